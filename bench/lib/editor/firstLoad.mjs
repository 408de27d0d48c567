import { gzipSync } from 'node:zlib'

/** Kilobytes (of 1,000) of scripts and styles that a browser with nothing in its cache fetches until a page rests, gzipped. */
export async function firstLoadKb(browser, url, storageState) {
  const context = await browser.newContext({ storageState })
  const page = await context.newPage()
  const bodies = []
  page.on('response', (response) => {
    if (/\.(?:js|css)$/.test(new URL(response.url()).pathname)) bodies.push(response.body())
  })
  await page.goto(url, { waitUntil: 'networkidle' })
  const sizes = (await Promise.all(bodies)).map((body) => gzipSync(body).length)
  await context.close()
  return Math.round(sizes.reduce((sum, size) => sum + size, 0) / 100) / 10
}
