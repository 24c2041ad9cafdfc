// The queue: clocks that go on, news that come without losing the place, and keys. Without it the page is complete.

const EVERY_MS = 20000
const LONGEST_MS = 300000
const KEYS_OFF = 'queue-keys-off'
const SECONDS = 1000
const MINUTE = 60

const find = (name, root = document) => root.querySelector(`[data-queue="${name}"]`)
const list = find('list')

// --- Clocks --------------------------------------------------------------------------------------------------

let words = {}
let ahead = 0 // how many seconds the server's clock is ahead of this one

function readPage () {
  const fragment = find('fragment')
  if (fragment) {
    words = JSON.parse(fragment.dataset.words)
    ahead = Number(fragment.dataset.now) - Date.now() / SECONDS
  }
}

// As assessments/summary/clock.py says a span.
function span (seconds) {
  const minutes = Math.max(0, Math.floor(seconds / MINUTE))
  const hours = Math.floor(minutes / 60)
  if (minutes < 60) {
    return words.minutes.replace('{minutes}', minutes)
  }
  if (hours < 10 && minutes % 60) {
    return words.hours_minutes.replace('{hours}', hours).replace('{minutes}', minutes % 60)
  }
  return hours <= 72 ? words.hours.replace('{hours}', hours) : words.days.replace('{days}', Math.floor(hours / 24))
}

function moveClocks () {
  const now = Date.now() / SECONDS + ahead
  for (const clock of document.querySelectorAll('[data-due]')) {
    const left = Number(clock.dataset.due) - now
    clock.textContent = (left < 0 ? words.overdue : words.due).replace('{span}', span(Math.abs(left)))
    clock.classList.toggle('app-overdue', left < 0)
  }
}

// --- News ----------------------------------------------------------------------------------------------------

let pause = EVERY_MS
let timer = 0

async function askForNews () {
  const address = find('fragment').dataset.news
  try {
    const response = await fetch(address, { headers: { Accept: 'application/json' }, redirect: 'error' })
    if (!response.ok) {
      throw new Error(String(response.status))
    }
    const news = await response.json()
    pause = EVERY_MS
    find('unread').firstElementChild.textContent = news.unread
    if (news.changed) {
      offer(news.sentence)
    }
  } catch {
    pause = Math.min(pause * 2, LONGEST_MS)
  }
  wait()
}

function wait () {
  window.clearTimeout(timer)
  if (!document.hidden) {
    timer = window.setTimeout(askForNews, pause)
  }
}

function offer (sentence) {
  const bar = find('bar')
  if (bar.dataset.sentence === sentence) {
    return // said already
  }
  bar.dataset.sentence = sentence
  const button = document.createElement('button')
  button.type = 'button'
  button.className = 'app-small-button'
  button.textContent = bar.dataset.show
  button.addEventListener('click', showNews)
  bar.replaceChildren(document.createTextNode(`${sentence} `), button)
}

// Read by the browser as a document: our policy lets no script turn a text into a page.
function fetchPart (address) {
  return new Promise((resolve) => {
    const request = new XMLHttpRequest()
    request.responseType = 'document'
    request.addEventListener('loadend', () => {
      resolve(request.status === 200 ? find('fragment', request.responseXML) : null)
    })
    request.open('GET', address)
    request.send()
  })
}

// The new list takes the place of the old one; the case that was looked at stays where it was on the screen.
async function showNews () {
  const address = new URL(window.location.href)
  address.hash = ''
  address.searchParams.set('fragment', '1')
  const fresh = await fetchPart(address)
  if (!fresh) {
    window.location.reload() // the server says why
    return
  }
  const held = rowOf(document.activeElement) ?? firstInSight()
  const focused = document.activeElement?.id
  const top = held?.getBoundingClientRect().top
  const open = [...list.querySelectorAll('details[open]')].length > 0
  list.replaceChildren(fresh)
  readPage()
  const filters = list.querySelector('details')
  if (open && filters) {
    filters.open = true
  }
  const bar = find('bar')
  bar.replaceChildren()
  delete bar.dataset.sentence
  const again = held && document.getElementById(held.id)
  if (again) {
    window.scrollBy(0, again.getBoundingClientRect().top - top)
  }
  const focus = (focused && document.getElementById(focused)) || again?.querySelector('a') || list.querySelector('a')
  focus?.focus({ preventScroll: true })
}

// --- Keys ----------------------------------------------------------------------------------------------------

const rows = () => [...document.querySelectorAll('[data-queue="row"]')]
const rowOf = (element) => element?.closest('[data-queue="row"]')
const firstInSight = () => rows().find((row) => row.getBoundingClientRect().bottom > 0)

function step (by) {
  const all = rows()
  const at = all.indexOf(rowOf(document.activeElement))
  const next = at < 0 ? all[0] : all[Math.min(all.length - 1, Math.max(0, at + by))]
  const link = next && find('open', next)
  link?.focus()
  next?.scrollIntoView({ block: 'nearest' })
}

function help () {
  const keys = find('keys')
  keys.open = !keys.open
  keys.querySelector('summary').focus()
}

const KEYS = {
  j: () => step(1),
  ArrowDown: () => step(1),
  k: () => step(-1),
  ArrowUp: () => step(-1),
  c: () => rowOf(document.activeElement)?.querySelector('[data-queue="claim"]')?.click(),
  n: () => find('bar')?.querySelector('button')?.click(),
  '/': () => document.getElementById('search_q')?.focus(),
  '?': help
}

const isTyping = (element) => element.closest('input, select, textarea, [contenteditable]')

function press (event) {
  const isArrow = event.key.startsWith('Arrow')
  if (event.ctrlKey || event.metaKey || event.altKey || isTyping(event.target) || !KEYS[event.key]) {
    return
  }
  // Arrows scroll, until a case has the focus.
  if (areKeysOff() || (isArrow && !rowOf(event.target))) {
    return
  }
  event.preventDefault()
  KEYS[event.key]()
}

function areKeysOff () {
  try {
    return window.localStorage.getItem(KEYS_OFF) === '1'
  } catch {
    return false
  }
}

function offerKeys () {
  const keys = find('keys')
  const box = find('keys-on')
  keys.hidden = false
  box.checked = !areKeysOff()
  box.addEventListener('change', () => {
    try {
      window.localStorage.setItem(KEYS_OFF, box.checked ? '0' : '1')
    } catch {
      box.checked = true // nothing can be kept: the keys stay on
    }
  })
  document.addEventListener('keydown', press)
}

readPage()
moveClocks()
window.setInterval(moveClocks, MINUTE * SECONDS)
if (find('keys')) {
  offerKeys()
}
if (list) {
  document.addEventListener('visibilitychange', () => {
    if (document.hidden) {
      window.clearTimeout(timer)
    } else {
      pause = EVERY_MS
      askForNews()
    }
  })
  wait()
}
