// Chromium as the checks use it, and what is installed in $TOOLS.
import { execFileSync } from 'node:child_process'
import { createRequire } from 'node:module'
import path from 'node:path'
import { pathToFileURL } from 'node:url'

export const require = createRequire(path.join(process.env.TOOLS, 'x.js'))
const { chromium } = require('playwright-core')

export const launch = () => chromium.launch({
  executablePath: execFileSync('which', ['chromium']).toString().trim(),
  args: ['--no-sandbox', '--disable-gpu'],
})

// open opens a page from its file, without a network, and collects what goes wrong.
export async function open(browser, file, options = {}) {
  const context = await browser.newContext({ offline: true, ...options })
  const page = await context.newPage()
  const wrong = []
  page.on('console', message => message.type() === 'error' && wrong.push('console: ' + message.text()))
  page.on('pageerror', error => wrong.push('error: ' + error.message))
  page.on('request', request => /^(https?|wss?):/.test(request.url()) && wrong.push('request: ' + request.url()))
  if (options.media) await page.emulateMedia({ media: options.media })
  await page.goto(pathToFileURL(path.resolve(file)).href)
  return { page, wrong, close: () => context.close() }
}
