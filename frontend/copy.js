// Copying the text of an element: a button with data-behaviour="copy" and data-copy (the id of the element).
// data-copied: what the button says for a moment afterwards.
const SHOWN_MS = 4000

export function startCopying () {
  for (const button of document.querySelectorAll('[data-behaviour="copy"]')) {
    const words = button.textContent
    button.setAttribute('aria-live', 'polite')
    button.addEventListener('click', async () => {
      const source = document.getElementById(button.dataset.copy)
      try {
        await navigator.clipboard.writeText(source.textContent.trim())
        button.textContent = button.dataset.copied
        setTimeout(() => { button.textContent = words }, SHOWN_MS)
      } catch {
        // No clipboard here (an old browser, or no TLS): select it, so that one key or a long press copies it.
        source.select ? source.select() : window.getSelection().selectAllChildren(source)
      }
    })
  }
}
