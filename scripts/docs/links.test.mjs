import { existsSync } from 'node:fs'
import { readdir, readFile } from 'node:fs/promises'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'

const ROOT = fileURLToPath(new URL('../..', import.meta.url))

test('links from README, CONTRIBUTING and docs to files and titles of this repository lead somewhere', async () => {
  const docs = await readdir(path.join(ROOT, 'docs'), { recursive: true })
  const pages = docs.filter((name) => name.endsWith('.md')).map((name) => `docs/${name}`)
  const broken = []
  for (const page of ['README.md', 'CONTRIBUTING.md', ...pages]) {
    for (const link of await linksOf(page)) {
      if (await isBroken(page, link)) broken.push(`${page}: ${link}`)
    }
  }
  expect(broken).toEqual([])
})

/** @param {string} file from the root */
const read = (file) => readFile(path.join(ROOT, file), 'utf8')

/** Links and pictures that are not on the web. @param {string} page */
async function linksOf(page) {
  const text = withoutCode(await read(page))
  const found = [...text.matchAll(/\]\(([^)\s]+)\)|(?:src|href|srcset)="([^"]+)"/g)]
  return found
    .map(([, inText, inTag]) => inText ?? inTag ?? '')
    .filter((link) => !/^[a-z]+:/.test(link))
}

/** @param {string} page @param {string} link */
async function isBroken(page, link) {
  const [file = '', anchor] = link.split('#')
  const target = file === '' ? page : path.join(path.dirname(page), file)
  if (!existsSync(path.join(ROOT, target))) return true
  if (anchor === undefined || !target.endsWith('.md')) return false
  const titles = [...withoutCode(await read(target)).matchAll(/^#+ (.+)$/gm)]
  return !titles.some(([, title = '']) => toAnchor(title) === anchor)
}

/** @param {string} text */
const withoutCode = (text) => text.replaceAll(/^```.*?^```/gms, '')

/** As GitHub makes them. @param {string} title */
const toAnchor = (title) =>
  title
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N} _-]/gu, '')
    .replaceAll(' ', '-')
