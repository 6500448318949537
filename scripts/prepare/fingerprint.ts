import { createHash } from 'node:crypto'
import { existsSync } from 'node:fs'
import { mkdir, readdir, readFile, stat, writeFile } from 'node:fs/promises'
import { dirname, join, relative } from 'node:path'
import { projectFolder } from '../bootstrap/project-folder.mjs'

/** What generated folders hold follows from the sources; they never count as one. */
const generated = ['app/paraglide', 'app/platform/db/generated']

/** One hash over the names and contents of files and folders of the project; missing ones count as empty. */
export async function fingerprint(paths: readonly string[]): Promise<string> {
  const files = (await Promise.all(paths.map((path) => filesUnder(join(projectFolder, path))))).flat().toSorted()
  const hash = createHash('sha256')
  for (const file of files) {
    hash.update(`${relative(projectFolder, file)}\0`)
    hash.update(await readFile(file))
  }
  return hash.digest('hex')
}

/**
 * Does the work unless its result is there and was made from the same sources.
 * @param stampFile remembers the sources; it lies in the result, so that deleting the result deletes the memory
 */
export async function whenChanged(
  sources: readonly string[],
  stampFile: string,
  work: () => Promise<void>,
): Promise<void> {
  const stamp = join(projectFolder, stampFile)
  const now = await fingerprint(sources)
  if (existsSync(stamp) && (await readFile(stamp, 'utf8')) === now) return
  await work()
  await mkdir(dirname(stamp), { recursive: true })
  await writeFile(stamp, now)
}

async function filesUnder(path: string): Promise<string[]> {
  if (!existsSync(path) || generated.includes(relative(projectFolder, path).replaceAll('\\', '/'))) return []
  if ((await stat(path)).isFile()) return [path]
  const entries = await readdir(path)
  return (await Promise.all(entries.map((entry) => filesUnder(join(path, entry))))).flat()
}
