// The built server as an operator runs it, in a process of its own.
import { main } from '@parley/api/main'

await main()
