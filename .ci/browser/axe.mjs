// axe-core over pages, in each way in which people see them, or in the two that
// differ by what is on the page.
// usage: node axe.mjs every|few FILE.html…
import fs from 'node:fs'
import { launch, open, require } from './chromium.mjs'

const axe = fs.readFileSync(require.resolve('axe-core/axe.min.js'), 'utf8')
const rules = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']
const wide = { width: 1280, height: 900 }
const modes = {
  light: { viewport: wide },
  dark: { viewport: wide, colorScheme: 'dark' },
  'forced colours': { viewport: wide, forcedColors: 'active' },
  'forced colours, dark': { viewport: wide, forcedColors: 'active', colorScheme: 'dark' },
  '320 pixels': { viewport: { width: 320, height: 640 } },
  '320 pixels, dark': { viewport: { width: 320, height: 640 }, colorScheme: 'dark' },
  print: { viewport: { width: 700, height: 900 }, media: 'print' },
}

const [how, ...files] = process.argv.slice(2)
const asked = how === 'every' ? Object.keys(modes) : ['light', '320 pixels']

// look returns what is wrong with a page in a mode.
async function look(browser, file, mode) {
  const { page, wrong, close } = await open(browser, file, { bypassCSP: true, ...modes[mode] })
  const first = page.locator('input[name][type=radio], input[name][type=checkbox]').first()
  if (modes[mode].media !== 'print' && await first.count() > 0) await first.click({ force: true }) // a marked row has colours of its own
  await page.evaluate(axe)
  const found = await page.evaluate(tags => axe.run(document, { runOnly: tags }), rules)
  for (const v of found.violations) wrong.push(`${v.id}: ${v.help}: ${v.nodes.slice(0, 3).map(n => n.html.slice(0, 160)).join('\n    ')}`)
  const beyond = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)
  if (beyond > 0) wrong.push(`${beyond} pixels wider than the window`)
  await close()
  return wrong.map(what => `${file} (${mode}): ${what}`)
}

const browser = await launch()
const wrong = []
for (const file of files) {
  for (const mode of asked) wrong.push(...await look(browser, file, mode))
}
await browser.close()
if (wrong.length > 0) {
  console.log(wrong.join('\n'))
  process.exit(1)
}
console.log(`axe finds nothing in ${files.length} pages: ${asked.join(', ')}`)
