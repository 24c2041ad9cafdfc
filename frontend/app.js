// Everything here is an extra: each page works without it.
import { Button } from 'nhsuk-frontend/dist/nhsuk/components/button/button.mjs'
import { CharacterCount } from 'nhsuk-frontend/dist/nhsuk/components/character-count/character-count.mjs'
import { Checkboxes } from 'nhsuk-frontend/dist/nhsuk/components/checkboxes/checkboxes.mjs'
import { ErrorSummary } from 'nhsuk-frontend/dist/nhsuk/components/error-summary/error-summary.mjs'
import { SkipLink } from 'nhsuk-frontend/dist/nhsuk/components/skip-link/skip-link.mjs'
import { startCopying } from './copy.js'
import { startLeaving } from './leave.js'

document.body.classList.add('js-enabled', 'nhsuk-frontend-supported')
for (const Component of [Button, CharacterCount, Checkboxes, ErrorSummary, SkipLink]) {
  for (const root of document.querySelectorAll(`[data-module="${Component.moduleName}"]`)) {
    new Component(root) // eslint-disable-line no-new
  }
}
startLeaving()
startCopying()

for (const button of document.querySelectorAll('[data-behaviour="print"]')) {
  button.addEventListener('click', () => window.print())
}

// What was stored is read out, and the page stays where the address led.
document.getElementById('stored')?.focus({ preventScroll: true })

// A page kept in memory by the browser may show answers of a session that has ended: ask the server.
window.addEventListener('pageshow', (event) => {
  if (event.persisted) {
    window.location.reload()
  }
})
