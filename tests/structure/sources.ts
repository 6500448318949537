import { readdir, readFile } from 'node:fs/promises'
import { dirname, join, posix } from 'node:path'
import { parseSync } from 'vite'
import { projectFolder } from '../../scripts/bootstrap/project-folder.mjs'

/** One import of a source file: the file of ours it means (from the project folder), or the package. */
export type Import = { target: string; isOurs: boolean }
export type Source = { path: string; text: string; imports: readonly Import[] }

const generated = ['app/paraglide/', 'app/platform/db/generated/']

/** Every TypeScript file of `app` that people write, tests included, by its path from the project folder. */
export async function readSources(): Promise<Source[]> {
  const names = await readdir(join(projectFolder, 'app'), { recursive: true })
  const paths = names.map((name) => `app/${name.replaceAll('\\', '/')}`)
  const wanted = paths.filter((path) => /\.tsx?$/.test(path) && !generated.some((folder) => path.startsWith(folder)))
  return Promise.all(
    wanted.toSorted().map(async (path) => {
      const text = await readFile(join(projectFolder, path), 'utf8')
      return { path, text, imports: importsOf(path, text) }
    }),
  )
}

/** The imports of a file: static, dynamic, re-exports, and those for types only. */
export function importsOf(path: string, text: string): Import[] {
  const { module } = parseSync(path, text)
  const named = [
    ...module.staticImports.map((item) => item.moduleRequest.value),
    ...module.staticExports.flatMap((item) => item.entries.map((entry) => entry.moduleRequest?.value)),
    ...module.dynamicImports.map(
      (item) => /^['"](.+)['"]$/.exec(text.slice(item.moduleRequest.start, item.moduleRequest.end))?.[1],
    ),
  ]
  const unique = new Set(named.filter((name) => name !== undefined))
  return [...unique].map((name) => resolve(path, name))
}

function resolve(path: string, name: string): Import {
  if (name.startsWith('#app/')) return { target: name.slice(1), isOurs: true }
  if (name.startsWith('.')) return { target: posix.join(dirname(path).replaceAll('\\', '/'), name), isOurs: true }
  return { target: name, isOurs: false }
}

/** Where in a text an offset lies, for a message a person can follow. */
export function placeOf({ path, text }: Pick<Source, 'path' | 'text'>, offset: number): string {
  return `${path}:${text.slice(0, offset).split('\n').length}`
}
