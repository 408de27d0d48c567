import tailwindcss from '@tailwindcss/vite'
import react from '@vitejs/plugin-react'
import { defaultClientConditions, defineConfig } from 'vite'
import { namePagesFiles } from './vite/namePagesFiles.ts'
import { shrinkFirstPaint } from './vite/shrinkFirstPaint.ts'

const API = 'http://127.0.0.1:3000'
/** Parts of the program, as they are loaded one by one. */
const SHARED_BY_MANY = 6

/** The canvas has much that is shared only by its own parts. */
const OF_THE_CANVAS = /\/(?:nodes|canvas|flowEditor|simulator|engine)\//
/** What knows node types, and reads texts and patterns of flows, brings two engines along; other pages need the API only. */
const OF_FLOWS = /\/(?:liquidjs|re2js)\/|\/shared\/src\/(?!api\/)/
/** Most dialogs come when somebody opens them, and bring their form along. */
const OF_DIALOGS = /\/ui\/FormDialog\.tsx$/
const isForManyPages = (id: string): boolean =>
  ![OF_THE_CANVAS, OF_FLOWS, OF_DIALOGS].some((part) => part.test(id))

export default defineConfig({
  plugins: [
    react(),
    tailwindcss(),
    shrinkFirstPaint(),
    namePagesFiles({ canvas: ['AuthGate', 'FlowEditorPage'] }),
  ],
  // Workspace packages are bundled from their sources, so that no build has to come first.
  resolve: { conditions: ['parley-source', ...defaultClientConditions] },
  build: {
    target: 'es2022',
    sourcemap: false,
    chunkSizeWarningLimit: 900,
    rolldownOptions: {
      // What these make has no effect until somebody uses it: schemas, contexts and components that nobody does are left out.
      treeshake: { manualPureFunctions: ['z', 'createContext', 'forwardRef', 'lazy', 'memo'] },
      output: {
        codeSplitting: {
          groups: [
            // What many pages share comes in one file: in dozens of small ones, each page would load a quarter more.
            { name: 'common', minShareCount: SHARED_BY_MANY, test: isForManyPages },
            // The others' pictures, too: a file for each costs a browser more than its bytes.
            {
              name: 'icons',
              minShareCount: 2,
              test: /\/lucide-react\/.*\/icons\//,
              includeDependenciesRecursively: false,
            },
          ],
        },
      },
    },
  },
  server: {
    port: 5173,
    proxy: { '/api': { target: API, ws: true }, '/collab': { target: API, ws: true } },
  },
})
