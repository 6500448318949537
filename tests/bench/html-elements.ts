import type { ReactNode } from 'react'
import { createElement } from 'react'

type Open = { tag: string; props: Record<string, unknown>; children: ReactNode[] }

const isVoid = new Set([
  'area',
  'base',
  'br',
  'col',
  'embed',
  'hr',
  'img',
  'input',
  'link',
  'meta',
  'source',
  'track',
  'wbr',
])
const isOn = new Set([
  'async',
  'checked',
  'defer',
  'disabled',
  'hidden',
  'multiple',
  'open',
  'readonly',
  'required',
  'selected',
])
const propNames: Record<string, string> = {
  class: 'className',
  for: 'htmlFor',
  charset: 'charSet',
  crossorigin: 'crossOrigin',
  autocomplete: 'autoComplete',
  readonly: 'readOnly',
  tabindex: 'tabIndex',
  colspan: 'colSpan',
  'stroke-width': 'strokeWidth',
  'stroke-linecap': 'strokeLinecap',
  'stroke-linejoin': 'strokeLinejoin',
  'fill-rule': 'fillRule',
}
const token =
  /<!--[\s\S]*?-->|<!doctype[^>]*>|<\/([a-z0-9-]+)>|<([a-z0-9-]+)((?:\s+[^\s=>/]+(?:="[^"]*")?)*)\s*\/?>|[^<]+/giy

/**
 * The React elements of a page that React rendered itself (other HTML is read less strictly by browsers than here):
 * what it costs to render that page without finding out what stands on it.
 */
export function elementsOf(html: string): ReactNode {
  const stack: Open[] = [{ tag: '', props: {}, children: [] }]
  const top = () => {
    const open = stack.at(-1)
    if (open === undefined) throw new Error('The page closes more than it opens')
    return open
  }
  const close = () => {
    const { tag, props, children } = top()
    stack.pop()
    top().children.push(createElement(tag, props, ...children))
  }
  token.lastIndex = 0
  for (let match = token.exec(html); match !== null; match = token.exec(html)) {
    const [text, closing, opening, attributes = ''] = match
    if (closing !== undefined) close()
    else if (opening === 'script' || opening === 'style') {
      const end = html.indexOf(`</${opening}>`, token.lastIndex)
      const inner = html.slice(token.lastIndex, end)
      token.lastIndex = end + opening.length + 3
      const props = { ...propsOf(attributes), ...(inner === '' ? {} : { dangerouslySetInnerHTML: { __html: inner } }) }
      top().children.push(createElement(opening, props))
    } else if (opening !== undefined) {
      stack.push({ tag: opening, props: propsOf(attributes), children: [] })
      if (isVoid.has(opening) || text.endsWith('/>')) close()
    } else if (!text.startsWith('<!')) top().children.push(plain(text))
  }
  return top().children[0]
}

function propsOf(attributes: string): Record<string, unknown> {
  return Object.fromEntries(
    [...attributes.matchAll(/([^\s=]+)(?:="([^"]*)")?/g)].map(([, name = '', value = '']) => {
      if (name === 'style') return [name, styleOf(plain(value))]
      return [propNames[name] ?? name, value === '' && isOn.has(name) ? true : plain(value)]
    }),
  )
}

function styleOf(text: string): Record<string, string> {
  const rules = text.split(';').filter((rule) => rule.includes(':'))
  return Object.fromEntries(
    rules.map((rule) => {
      const [name = '', ...value] = rule.split(':')
      const key = name.startsWith('--')
        ? name
        : name.replaceAll(/-([a-z])/g, (_, letter: string) => letter.toUpperCase())
      return [key.trim(), value.join(':').trim()]
    }),
  )
}

const signs: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', '#x27': "'", '#39': "'" }

function plain(text: string): string {
  return text.replaceAll(/&([a-z]+|#x27|#39);/g, (whole, name: string) => signs[name] ?? whole)
}
