import { crc32, inflateRaw } from 'node:zlib'
import { promisify } from 'node:util'
import type { TableRefusal } from '#app/intake/rules/table-limits.ts'
import type { Result } from '#app/platform/result.ts'
import { accept, refuse } from '#app/platform/result.ts'

/** What a workbook of the most rows unfolds to, with room to spare; far below what would hurt. */
const mostUnfolded_bytes = 160 * 1024 * 1024
const mostEntries = 2_000
const inflate = promisify(inflateRaw)

type Entry = { name: string; method: number; packed: Uint8Array; crc: number; size: number }

/**
 * An Excel workbook is a zip file, and a small one can unfold to gigabytes. Reads its list of contents, unfolds the parts
 * that a table needs within a limit, and puts them into a plain zip file in the order in which a reader wants them: the
 * shared texts before the sheets. Pictures, macros and the like stay out. What the list does not name is never touched.
 */
export async function repackWorkbook(file: Buffer): Promise<Result<Buffer, TableRefusal>> {
  const entries = listEntries(file)
  if (entries === null) return refuse({ kind: 'damaged' })
  const needed = entries.filter(({ name }) => orderOf(name) !== null)
  if (!needed.some(({ name }) => name === 'xl/workbook.xml')) return refuse({ kind: 'not-a-table' })
  const unfolded: { name: string; content: Buffer }[] = []
  let left = mostUnfolded_bytes
  for (const entry of needed.toSorted((one, other) => (orderOf(one.name) ?? 0) - (orderOf(other.name) ?? 0))) {
    const content = await unfold(entry, left)
    if (content === null) return refuse({ kind: 'too-large' })
    if (content === 'damaged') return refuse({ kind: 'damaged' })
    left -= content.length
    unfolded.push({ name: entry.name, content })
  }
  return accept(pack(unfolded))
}

const order = [
  /^\[Content_Types\]\.xml$/,
  /^_rels\/\.rels$/,
  /^xl\/workbook\.xml$/,
  /^xl\/_rels\/workbook\.xml\.rels$/,
  /^xl\/styles\.xml$/,
  /^xl\/sharedStrings\.xml$/,
  /^xl\/worksheets\/sheet\d+\.xml$/,
]

function orderOf(name: string): number | null {
  const place = order.findIndex((pattern) => pattern.test(name))
  return place < 0 ? null : place
}

async function unfold({ method, packed, size }: Entry, left: number): Promise<Buffer | 'damaged' | null> {
  if (size > left || (method === 0 && packed.length > left)) return null
  if (method === 0) return Buffer.from(packed)
  if (method !== 8) return 'damaged'
  try {
    return await inflate(packed, { maxOutputLength: Math.max(1, left) })
  } catch (error) {
    // Longer than it says, or not unfoldable at all; both are the file's fault.
    return error instanceof Error && 'code' in error && error.code === 'ERR_BUFFER_TOO_LARGE' ? null : 'damaged'
  }
}

/** The zip file's own list at its end (APPNOTE 4.3.12); null when there is none or it does not fit the file. */
function listEntries(file: Buffer): Entry[] | null {
  const end = file.lastIndexOf(Buffer.from([0x50, 0x4b, 0x05, 0x06]))
  if (end < 0 || end + 22 > file.length) return null
  const count = file.readUInt16LE(end + 10)
  let at = file.readUInt32LE(end + 16)
  if (count > mostEntries) return null
  const entries: Entry[] = []
  for (let index = 0; index < count; index += 1) {
    if (at + 46 > file.length || file.readUInt32LE(at) !== 0x02014b50) return null
    const nameLength = file.readUInt16LE(at + 28)
    const packedSize = file.readUInt32LE(at + 20)
    const head = file.readUInt32LE(at + 42)
    if (head + 30 > file.length || file.readUInt32LE(head) !== 0x04034b50) return null
    const start = head + 30 + file.readUInt16LE(head + 26) + file.readUInt16LE(head + 28)
    if (start + packedSize > file.length) return null
    entries.push({
      name: file.toString('utf8', at + 46, at + 46 + nameLength).replaceAll('\\', '/'),
      method: file.readUInt16LE(at + 10),
      crc: file.readUInt32LE(at + 16),
      packed: file.subarray(start, start + packedSize),
      size: file.readUInt32LE(at + 24),
    })
    at += 46 + nameLength + file.readUInt16LE(at + 30) + file.readUInt16LE(at + 32)
  }
  return entries
}

/** A zip file without compression. */
function pack(parts: readonly { name: string; content: Buffer }[]): Buffer {
  const pieces: Buffer[] = []
  const list: Buffer[] = []
  let at = 0
  for (const { name, content } of parts) {
    const title = Buffer.from(name)
    const shared = Buffer.alloc(26)
    shared.writeUInt16LE(20, 0)
    shared.writeUInt32LE(crc32(content), 10)
    shared.writeUInt32LE(content.length, 14)
    shared.writeUInt32LE(content.length, 18)
    shared.writeUInt16LE(title.length, 22)
    pieces.push(Buffer.from('PK\u0003\u0004'), shared, title, content)
    const entry = Buffer.alloc(46)
    entry.write('PK\u0001\u0002')
    entry.writeUInt16LE(20, 4)
    shared.copy(entry, 6)
    entry.writeUInt32LE(at, 42)
    list.push(entry, title)
    at += 30 + title.length + content.length
  }
  const listed = Buffer.concat(list)
  const end = Buffer.alloc(22)
  end.write('PK\u0005\u0006')
  end.writeUInt16LE(parts.length, 8)
  end.writeUInt16LE(parts.length, 10)
  end.writeUInt32LE(listed.length, 12)
  end.writeUInt32LE(at, 16)
  return Buffer.concat([...pieces, listed, end])
}
