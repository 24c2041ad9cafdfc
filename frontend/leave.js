// Leaving fast: the page is emptied at once, then replaced in the history by a harmless one.

const PRESSES = 3
const WITHIN_MS = 3000

function leave (address) {
  document.title = ''
  document.documentElement.replaceChildren()
  window.location.replace(address)
}

// Three presses of the same key, Escape or Shift, with no other key between them: capital letters and
// keyboard shortcuts never count.
function watchKeys (address) {
  let last = ''
  let times = []
  document.addEventListener('keydown', (event) => {
    if (event.repeat) {
      return
    }
    const counts = event.key === 'Escape' || event.key === 'Shift'
    if (!counts || event.key !== last) {
      times = []
    }
    last = event.key
    if (!counts) {
      return
    }
    times = [...times.filter((time) => event.timeStamp - time < WITHIN_MS), event.timeStamp]
    if (times.length >= PRESSES) {
      leave(address)
    }
  })
}

export function startLeaving () {
  const address = document.body.dataset.leave
  if (!address) {
    return
  }
  for (const link of document.querySelectorAll('[data-behaviour="leave"]')) {
    link.addEventListener('click', (event) => {
      event.preventDefault()
      leave(address)
    })
  }
  watchKeys(address)
}
