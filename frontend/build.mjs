// Builds static/care/app.css, staff.css, app.js, passkey.js and queue.js. `node frontend/build.mjs [folder]` (default: static/care).
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { build } from 'esbuild'
import { compile, Logger } from 'sass'

const root = fileURLToPath(new URL('..', import.meta.url))
const target = process.argv[2] ?? join(root, 'static', 'care')
mkdirSync(target, { recursive: true })

// The search box of nhsuk-frontend has a picture of its own, and we have no search box: drop its rules.
const searchBox = /[^{}]*::-webkit-search-cancel-button[^{}]*\{[^{}]*\}/g

// nhsuk-frontend says left and right; we say start and end, so that a right-to-left language turns the page.
// What is left as it was: the colour of one side, which only draws the triangle of "details".
const logical = [
  [/(?<=[{;])(margin|padding)-left:/g, '$1-inline-start:'],
  [/(?<=[{;])(margin|padding)-right:/g, '$1-inline-end:'],
  [/(?<=[{;])border-left(-width)?:/g, 'border-inline-start$1:'],
  [/(?<=[{;])border-right(-width)?:/g, 'border-inline-end$1:'],
  [/(?<=[{;])left:/g, 'inset-inline-start:'],
  [/(?<=[{;])right:/g, 'inset-inline-end:'],
  [/(?<=[{;])(text-align|justify-content):left\b/g, '$1:start'],
  [/(?<=[{;])(text-align|justify-content):right\b/g, '$1:end']
]

for (const name of ['app', 'staff']) {
  const { css } = compile(join(root, 'frontend', `${name}.scss`), {
    style: 'compressed',
    loadPaths: [join(root, 'node_modules')],
    charset: false, // it would put a byte order mark in the middle, after our first line
    quietDeps: true,
    logger: Logger.silent
  })
  const turnable = logical.reduce((text, [physical, other]) => text.replaceAll(physical, other), css.replaceAll(searchBox, ''))
  writeFileSync(join(target, `${name}.css`), `@charset "UTF-8";\n/*! nhsuk-frontend 10.6.1 parts: see LICENCES.txt */\n${turnable}\n`)
}

await build({
  entryPoints: [join(root, 'frontend', 'app.js')],
  outfile: join(target, 'app.js'),
  bundle: true,
  minify: true,
  format: 'iife',
  target: 'es2019',
  legalComments: 'none',
  banner: { js: '/*! nhsuk-frontend 10.6.1 parts: see LICENCES.txt */' }
})

await build({
  entryPoints: [join(root, 'frontend', 'passkey.js'), join(root, 'frontend', 'queue.js')],
  outdir: target,
  bundle: true,
  minify: true,
  format: 'iife',
  target: 'es2019',
  legalComments: 'none'
})
