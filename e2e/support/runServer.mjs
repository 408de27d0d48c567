// The real server in a process of its own, so that a test can kill it.
import { main } from '../../packages/api/dist/main.js'

await main()
