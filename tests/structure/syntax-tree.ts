import { parseSync } from 'vite'
import { z } from 'zod'

/** What every node of a syntax tree has; the rest depends on its type. */
const node = z.looseObject({ type: z.string(), start: z.number(), end: z.number() })
export type TreeNode = z.infer<typeof node>

/** Calls back for every node of a file, outer before inner. */
export function visitNodes(path: string, text: string, visit: (node: TreeNode) => void): void {
  const walk = (value: unknown) => {
    if (Array.isArray(value)) return value.forEach(walk)
    if (typeof value !== 'object' || value === null) return
    const found = node.safeParse(value)
    if (found.success) visit(found.data)
    Object.values(value).forEach(walk)
  }
  walk(parseSync(path, text).program.body)
}
