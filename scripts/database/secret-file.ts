import { randomBytes } from 'node:crypto'
import { mkdir, open, readFile } from 'node:fs/promises'
import { join } from 'node:path'

/** A random secret of this installation, made when first asked for; only the owner of the folder can read it. */
export async function readSecret(folder: string, name: string): Promise<string> {
  const file = join(folder, name)
  try {
    const secret = await readFile(file, 'utf8')
    if (secret.length > 0) return secret
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'ENOENT')) throw error
  }
  await mkdir(folder, { recursive: true, mode: 0o700 })
  const secret = randomBytes(32).toString('base64url')
  const handle = await open(file, 'w', 0o600)
  try {
    await handle.writeFile(secret)
    await handle.sync()
  } finally {
    await handle.close()
  }
  return secret
}
