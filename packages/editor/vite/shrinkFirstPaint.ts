import { readFile } from 'node:fs/promises'
import path from 'node:path'
import { minify, type Plugin } from 'vite'

const FILE = 'firstPaint.js'

/** Puts the script that runs before all others into the build without its comments: files of `public` are copied as they are. */
export function shrinkFirstPaint(): Plugin {
  let publicDir = ''
  return {
    name: 'parley:shrink-first-paint',
    apply: 'build',
    configResolved(config) {
      publicDir = config.publicDir
    },
    async generateBundle() {
      const { code } = await minify(FILE, await readFile(path.join(publicDir, FILE), 'utf8'))
      this.emitFile({ type: 'asset', fileName: FILE, source: code })
    },
  }
}
