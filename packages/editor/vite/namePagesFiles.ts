import type { Plugin } from 'vite'

/** What this reads of a build's outcome. */
interface Chunk {
  readonly type: 'chunk'
  readonly name: string
  readonly fileName: string
  readonly imports: readonly string[]
  readonly isEntry: boolean
  readonly viteMetadata?: { readonly importedCss: ReadonlySet<string> } | undefined
}
type Bundle = Readonly<Record<string, Chunk | { readonly type: 'asset' }>>

/**
 * Names the files of a page in the document, as `<meta name="parley-files-<page>">`, so that `public/firstPaint.js` can
 * fetch all of them at once. Without it a browser learns of them step by step: by the router, and then by each other.
 *
 * @param pages the chunks that each page begins with
 */
export function namePagesFiles(pages: Readonly<Record<string, readonly string[]>>): Plugin {
  return {
    name: 'parley:name-pages-files',
    apply: 'build',
    transformIndexHtml: {
      order: 'post',
      handler: (_html, { bundle = {} }) =>
        Object.entries(pages).map(([page, chunks]) => ({
          tag: 'meta',
          attrs: { name: `parley-files-${page}`, content: filesOf(bundle, chunks).join(' ') },
          injectTo: 'head-prepend' as const,
        })),
    },
  }
}

/** Everything that chunks of these names need, but for what the document loads anyway. */
export function filesOf(bundle: Bundle, names: readonly string[]): readonly string[] {
  const chunks = Object.values(bundle).filter((each) => each.type === 'chunk')
  const first = chunks.filter(({ isEntry }) => isEntry)
  const wanted = names.map((name) => {
    const chunk = chunks.find((each) => each.name === name)
    if (!chunk) throw new Error(`The build has no chunk "${name}"`)
    return chunk
  })
  const known = closure(bundle, first)
  return [...closure(bundle, wanted)].filter((file) => !known.has(file))
}

function closure(bundle: Bundle, chunks: readonly Chunk[]): ReadonlySet<string> {
  const files = new Set<string>()
  const add = (chunk: Chunk | { readonly type: 'asset' } | undefined): void => {
    if (chunk?.type !== 'chunk' || files.has(chunk.fileName)) return
    files.add(chunk.fileName)
    for (const file of chunk.viteMetadata?.importedCss ?? []) files.add(file)
    for (const file of chunk.imports) add(bundle[file])
  }
  for (const chunk of chunks) add(chunk)
  return files
}
