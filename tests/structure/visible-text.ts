import { z } from 'zod'
import type { Source } from './sources.ts'
import { placeOf } from './sources.ts'
import { visitNodes } from './syntax-tree.ts'
import type { TreeNode } from './syntax-tree.ts'

/** Attributes whose value a person reads or hears. */
const spokenAttribute =
  /^(title|alt|placeholder|label|hint|description|heading|caption|summary|text|error|aria-(label|description|roledescription|valuetext))$/
const attribute = z.looseObject({ name: z.looseObject({ name: z.string() }), value: z.unknown() })
const container = z.looseObject({ type: z.literal('JSXExpressionContainer'), expression: z.unknown() })
const parent = z.looseObject({ children: z.array(z.unknown()) })
const literal = z.looseObject({ type: z.enum(['Literal', 'JSXText']), value: z.string() })
const template = z.looseObject({
  type: z.literal('TemplateLiteral'),
  quasis: z.array(z.looseObject({ value: z.looseObject({ raw: z.string() }) })),
})
const choice = z.looseObject({
  type: z.literal('ConditionalExpression'),
  consequent: z.unknown(),
  alternate: z.unknown(),
})
const either = z.looseObject({ type: z.literal('LogicalExpression'), right: z.unknown() })

/**
 * Words that a page would show in one language only, because they stand in the code instead of the catalogues.
 * The name of the portal and single signs are no words.
 */
export function visibleTexts(source: Pick<Source, 'path' | 'text'>): string[] {
  const found: string[] = []
  const note = (node: TreeNode, value: unknown) => {
    for (const words of wordsIn(value)) found.push(`${placeOf(source, node.start)} shows "${words.trim()}"`)
  }
  visitNodes(source.path, source.text, (node) => {
    if (node.type === 'JSXAttribute') {
      const { success, data } = attribute.safeParse(node)
      if (success && spokenAttribute.test(data.name.name)) note(node, data.value)
    } else if (node.type === 'JSXElement' || node.type === 'JSXFragment') {
      for (const child of parent.parse(node).children) note(node, child)
    }
  })
  return found
}

function wordsIn(value: unknown): string[] {
  const inner = container.safeParse(value)
  if (inner.success) return wordsIn(inner.data.expression)
  const chosen = choice.safeParse(value)
  if (chosen.success) return [...wordsIn(chosen.data.consequent), ...wordsIn(chosen.data.alternate)]
  const last = either.safeParse(value)
  if (last.success) return wordsIn(last.data.right)
  const plain = literal.safeParse(value)
  if (plain.success) return isWords(plain.data.value) ? [plain.data.value] : []
  const filled = template.safeParse(value)
  return filled.success ? filled.data.quasis.map((part) => part.value.raw).filter(isWords) : []
}

function isWords(text: string): boolean {
  return /\p{L}{2}/u.test(text.replace(/Atspaids/g, ''))
}
