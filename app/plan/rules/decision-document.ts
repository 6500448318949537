/*
 * A decision as a document: the same content is drawn as a page and as a PDF. Headings of level 1 to 3; a table names
 * its columns, and its first column names the row.
 */

export type DecisionColumn = { readonly label: string; readonly isNumeric: boolean }

export type DecisionBlock =
  | { readonly kind: 'heading'; readonly level: 2 | 3; readonly text: string }
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'list'; readonly items: readonly string[] }
  | { readonly kind: 'facts'; readonly facts: readonly { readonly term: string; readonly value: string }[] }
  | {
      readonly kind: 'table'
      readonly caption: string
      readonly columns: readonly DecisionColumn[]
      readonly rows: readonly (readonly string[])[]
    }

export type DecisionDocument = {
  readonly language: 'lv' | 'en'
  readonly title: string
  /** Whose document it is, above the title. */
  readonly issuer: readonly string[]
  readonly blocks: readonly DecisionBlock[]
}
