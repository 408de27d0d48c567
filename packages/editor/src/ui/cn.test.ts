import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { twMerge } from 'tailwind-merge'
import { expect, it } from 'vitest'
import { cn } from './cn.ts'

const SOURCES = path.resolve(import.meta.dirname, '..')

it('lets the later of two class names win where both set the same property', () => {
  expect(cn('size-10 px-2 text-sm text-ink', 'size-8', false, 'px-4 text-danger')).toBe(
    'text-sm size-8 px-4 text-danger',
  )
  expect(cn('hover:bg-hover md:text-sm', 'md:text-base')).toBe('hover:bg-hover md:text-base')
})

it('finds for all class names in use the same conflicts as the table of all Tailwind', () => {
  const names = namesInUse()
  // Names of one kind behave alike: the first of each stands for them.
  const kinds: string[] = []
  for (const name of names) {
    const isKnown = kinds.some((kind) => replaces(name, kind) && replaces(kind, name))
    if (!isKnown) kinds.push(name)
  }
  expect(kinds.length).toBeGreaterThan(80)
  const differences = names.flatMap((name) =>
    kinds.flatMap((kind) =>
      [`${name} ${kind}`, `${kind} ${name}`].filter((both) => cn(both) !== twMerge(both)),
    ),
  )
  expect(differences).toEqual([])
})

const replaces = (first: string, second: string): boolean =>
  twMerge(`${first} ${second}`) === second

/** Every word of a string literal that Tailwind knows, without its variants: `md:hover:p-2` is `p-2`. */
function namesInUse(): readonly string[] {
  const words = readdirSync(SOURCES, { recursive: true, encoding: 'utf8' })
    .filter((file) => /\.tsx?$/.test(file) && !/\.test\.|classGroups/.test(file))
    .flatMap((file) => [
      ...readFileSync(path.join(SOURCES, file), 'utf8').matchAll(/'[^'\n]*'|"[^"\n]*"|`[^`]*`/g),
    ])
    .flatMap(([literal]) => literal.slice(1, -1).split(/\s+/))
  const names = [...new Set(words)].filter((word) => word !== '' && replaces(word, word))
  return [...new Set(names.map(withoutVariants))]
}

const withoutVariants = (name: string): string =>
  /(?:[^:[(]|\[[^\]]*\]|\([^)]*\))*$/.exec(name)?.[0] ?? name
