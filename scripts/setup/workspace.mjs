import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

/**
 * @typedef {object} WorkspacePackage
 * @property {string} name as in its package.json
 * @property {string} directory absolute
 * @property {Record<string, string>} scripts
 * @property {string[]} needs names of the workspace packages that it depends on
 */

/**
 * Every package of the workspace, each after the packages that it depends on.
 * @param {string} root
 * @returns {WorkspacePackage[]}
 */
export function readWorkspace(root) {
  const directories = packageGlobs(readFileSync(join(root, 'pnpm-workspace.yaml'), 'utf8'))
    .flatMap((glob) => expand(root, glob))
    .filter((directory) => existsSync(join(directory, 'package.json')))
  const packages = directories.map(readPackage)
  return dependenciesFirst(packages)
}

/**
 * The entries of the list `packages:`. Reads only the plain form that our file has: no other YAML is understood.
 * @param {string} yaml
 */
function packageGlobs(yaml) {
  const lines = yaml.split('\n')
  const start = lines.indexOf('packages:') + 1
  const rest = lines.slice(start)
  const end = rest.findIndex((line) => !/^\s*- /.test(line))
  return rest.slice(0, end === -1 ? undefined : end).map((line) =>
    line
      .replace(/^\s*- /, '')
      .replaceAll(/['"]/g, '')
      .trim(),
  )
}

/** @param {string} root @param {string} glob a folder, or a folder followed by a star */
function expand(root, glob) {
  if (!glob.endsWith('/*')) return [join(root, glob)]
  const parent = join(root, glob.slice(0, -2))
  return readdirSync(parent)
    .toSorted()
    .map((entry) => join(parent, entry))
}

/** @param {string} directory @returns {WorkspacePackage} */
function readPackage(directory) {
  const manifest = JSON.parse(readFileSync(join(directory, 'package.json'), 'utf8'))
  const dependencies = { ...manifest.dependencies, ...manifest.devDependencies }
  const needs = Object.keys(dependencies).filter((name) =>
    dependencies[name].startsWith('workspace:'),
  )
  return { name: manifest.name, directory, scripts: manifest.scripts ?? {}, needs }
}

/** @param {WorkspacePackage[]} packages */
function dependenciesFirst(packages) {
  /** @type {Set<WorkspacePackage>} */
  const ordered = new Set()
  /** @param {WorkspacePackage} candidate @param {string[]} path */
  const add = (candidate, path) => {
    if (ordered.has(candidate)) return
    if (path.includes(candidate.name)) {
      throw new Error(
        `Packages depend on each other in a circle: ${[...path, candidate.name].join(' → ')}`,
      )
    }
    for (const name of candidate.needs) {
      const needed = packages.find((other) => other.name === name)
      if (needed === undefined)
        throw new Error(`${candidate.name} depends on ${name}, which is not in the workspace`)
      add(needed, [...path, candidate.name])
    }
    ordered.add(candidate)
  }
  for (const candidate of packages) add(candidate, [])
  return [...ordered]
}
