// Runs the benchmarks one after the other, each in a process of its own, and prints their JSON lines.
//   pnpm bench              all of them
//   pnpm bench engine rest  those whose names begin so
import { spawnSync } from 'node:child_process'
import { readdirSync } from 'node:fs'
import path from 'node:path'

const folder = import.meta.dirname
const wanted = process.argv.slice(2)

const benchmarks = readdirSync(folder)
  .filter((file) => file.endsWith('.mjs') && file !== path.basename(import.meta.filename))
  .filter((file) => wanted.length === 0 || wanted.some((name) => file.startsWith(name)))
  .sort()

if (benchmarks.length === 0) {
  console.error(`No benchmark is called ${wanted.join(' or ')}.`)
  process.exit(1)
}

let failed = 0
for (const file of benchmarks) {
  // Garbage collection on request makes the memory figures mean something.
  const { status } = spawnSync(process.execPath, ['--expose-gc', path.join(folder, file)], {
    stdio: 'inherit',
  })
  if (status !== 0) {
    failed += 1
    console.error(`${file} failed`)
  }
}
process.exitCode = failed === 0 ? 0 : 1
