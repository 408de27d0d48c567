import { createRequire } from 'node:module'
import path from 'node:path'
import { Router } from 'express'
import type { Endpoint } from '../http/endpoint.ts'
import { createDocument } from './createDocument.ts'

const require = createRequire(import.meta.url)
/** The folder of Swagger UI's built files. */
const UI_DIR = path.dirname(require.resolve('swagger-ui-dist/package.json'))
const UI_FILES = ['swagger-ui.css', 'swagger-ui-bundle.js']
const ONE_HOUR_SECONDS = 3_600

/** `/openapi.json`, for programs, and `/docs`, the same for people, who can try every request there. */
export function documentRoutes(endpoints: readonly Endpoint[]): Router {
  const router = Router()
  const document = JSON.stringify(createDocument(endpoints))
  router.get('/openapi.json', (_request, response) => {
    response.setHeader('access-control-allow-origin', '*')
    response.type('json').send(document)
  })
  router.get('/docs', (_request, response) => {
    response.type('html').send(PAGE)
  })
  router.get('/docs/start.js', (_request, response) => {
    response.type('text/javascript').send(START)
  })
  for (const file of UI_FILES) {
    router.get(`/docs/${file}`, (_request, response) => {
      response.setHeader('cache-control', `public, max-age=${ONE_HOUR_SECONDS}`)
      response.sendFile(file, { root: UI_DIR })
    })
  }
  return router
}

// The security policy allows no script inside a page.
const PAGE = `<!doctype html>
<html lang="en">
  <head>
    <meta charset="utf-8" />
    <meta name="viewport" content="width=device-width, initial-scale=1" />
    <title>Parley API</title>
    <link rel="icon" href="/favicon.svg" />
    <link rel="stylesheet" href="/docs/swagger-ui.css" />
  </head>
  <body>
    <main id="reference"></main>
    <script src="/docs/swagger-ui-bundle.js"></script>
    <script src="/docs/start.js"></script>
  </body>
</html>
`

const START = `SwaggerUIBundle({
  url: '/openapi.json',
  dom_id: '#reference',
  deepLinking: true,
  docExpansion: 'none',
  filter: true,
  persistAuthorization: true,
  defaultModelsExpandDepth: 0,
  validatorUrl: null,
})
`
