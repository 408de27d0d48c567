import path from 'node:path'
import express, { type RequestHandler, Router } from 'express'
import { startPage } from './startPage.ts'

const ONE_YEAR_SECONDS = 31_536_000

/**
 * What a browser sees: the editor when it is built, and otherwise the start page. Every address that a person opens
 * gives the editor's one page, which finds its way by the path; a program's request for it stays "not found".
 */
export function pages({
  editorDir,
  publicUrl,
}: {
  editorDir: string | null
  publicUrl: string
}): Router {
  const router = Router()
  if (editorDir === null) {
    router.get('/', (_request, response) => {
      response.type('html').send(startPage(publicUrl))
    })
    return router
  }
  router.use(
    express.static(editorDir, {
      index: false,
      setHeaders: (response, file) => {
        // Vite puts a hash of the contents into the names of everything in assets.
        const isHashed = path.relative(editorDir, file).startsWith(`assets${path.sep}`)
        response.setHeader(
          'cache-control',
          isHashed ? `public, max-age=${ONE_YEAR_SECONDS}, immutable` : 'no-cache',
        )
      },
    }),
  )
  router.get('/{*path}', editorPage(editorDir))
  return router
}

const editorPage =
  (editorDir: string): RequestHandler =>
  (request, response, next) => {
    const isApi = /^\/(api|instance|v1|collab)(\/|$)/.test(request.path)
    const wantsPage = request.path === '/' || (request.headers.accept ?? '').includes('text/html')
    if (isApi || !wantsPage) return next()
    response.setHeader('cache-control', 'no-cache')
    response.sendFile('index.html', { root: editorDir })
  }
