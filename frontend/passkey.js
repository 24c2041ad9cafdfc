// Passkeys: asks the browser for one, and sends what it gives with the form. Without scripts there is the code.
const bytesOf = (text) => Uint8Array.from(atob(text.replace(/-/g, '+').replace(/_/g, '/')), (char) => char.charCodeAt(0))
const textOf = (buffer) =>
  btoa(String.fromCharCode(...new Uint8Array(buffer))).replace(/\+/g, '-').replace(/\//g, '_').replace(/=+$/, '')
const withIds = (list) => (list || []).map((entry) => ({ ...entry, id: bytesOf(entry.id) }))

const optionsOf = async (form) => {
  if (form.dataset.ask) {
    const answer = await fetch(form.dataset.ask, { headers: { Accept: 'application/json' } })
    return (await answer.json()).request_options.publicKey
  }
  const { creation_options: creation, request_options: request } = JSON.parse(
    document.getElementById('passkey-options').textContent
  )
  return (creation || request).publicKey
}

const create = (options) =>
  navigator.credentials.create({
    publicKey: {
      ...options,
      challenge: bytesOf(options.challenge),
      user: { ...options.user, id: bytesOf(options.user.id) },
      excludeCredentials: withIds(options.excludeCredentials),
      // A passkey where the device can make one; a plain security key is welcome too.
      authenticatorSelection: { ...options.authenticatorSelection, residentKey: 'preferred', requireResidentKey: false }
    }
  })

const get = (options) =>
  navigator.credentials.get({
    publicKey: { ...options, challenge: bytesOf(options.challenge), allowCredentials: withIds(options.allowCredentials) }
  })

const plain = (credential) => {
  const response = {}
  for (const name of ['clientDataJSON', 'attestationObject', 'authenticatorData', 'signature', 'userHandle']) {
    if (credential.response[name]) {
      response[name] = textOf(credential.response[name])
    }
  }
  return {
    id: credential.id,
    rawId: textOf(credential.rawId),
    type: credential.type,
    response,
    clientExtensionResults: credential.getClientExtensionResults()
  }
}

const send = async (form) => {
  const failed = form.querySelector('[data-passkey-failed]')
  failed.hidden = true
  try {
    const options = await optionsOf(form)
    const credential = await (form.dataset.passkey === 'create' ? create(options) : get(options))
    form.elements.credential.value = JSON.stringify(plain(credential))
    form.submit()
  } catch {
    failed.hidden = false
  }
}

for (const form of document.querySelectorAll('[data-passkey]')) {
  if (window.PublicKeyCredential) {
    form.addEventListener('submit', (event) => {
      event.preventDefault()
      send(form)
    })
  } else {
    form.querySelector('[data-passkey-none]').hidden = false
    form.querySelector('button[type="submit"]').disabled = true
  }
}
