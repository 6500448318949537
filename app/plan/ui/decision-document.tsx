import type { DecisionBlock, DecisionDocument } from '#app/plan/rules/decision-document.ts'
import { Facts } from '#app/ui/facts.tsx'

/** A decision as it is read on the page and printed; the same content as its PDF, in the document's own language. */
export function DecisionDocumentText({ document }: { document: DecisionDocument }) {
  const [issuer, ...rest] = document.issuer
  return (
    <article className="card min-w-0" lang={document.language}>
      <p className="strong">{issuer}</p>
      <p className="small muted mb-4">{rest.join(' · ')}</p>
      <h2 className="mb-3">{document.title}</h2>
      {document.blocks.map((block, index) => (
        // The order of a written document never changes.
        <Block key={index} block={block} />
      ))}
    </article>
  )
}

function Block({ block }: { block: DecisionBlock }) {
  switch (block.kind) {
    case 'heading':
      return block.level === 2 ? (
        <h3 className="mt-6 mb-2">{block.text}</h3>
      ) : (
        <h4 className="mt-4 mb-1">{block.text}</h4>
      )
    case 'text':
      return <p className="my-2 max-w-152">{block.text}</p>
    case 'list':
      return (
        <ul className="my-2 max-w-152 list-disc space-y-2 pl-5">
          {block.items.map((item) => (
            <li key={item}>{item}</li>
          ))}
        </ul>
      )
    case 'facts':
      return <Facts facts={block.facts} />
    case 'table':
      return <DocumentTable table={block} />
  }
}

/** On a phone the parts of the table become blocks, and some browsers then forget what they are. */
const roles = {
  table: { role: 'table' },
  rowgroup: { role: 'rowgroup' },
  row: { role: 'row' },
  columnheader: { role: 'columnheader' },
  rowheader: { role: 'rowheader' },
  cell: { role: 'cell' },
} as const

/** A table on paper and on a wide screen; on a phone each service with its values under one another, each by its name. */
function DocumentTable({ table }: { table: Extract<DecisionBlock, { kind: 'table' }> }) {
  const look = (index: number) =>
    table.columns[index]?.isNumeric
      ? 'num pl-3 text-right align-top whitespace-nowrap sm:py-2'
      : 'pr-3 text-left align-top not-first:pl-3 sm:py-2'
  return (
    <table className="my-3 w-full border-collapse max-sm:block" {...roles.table}>
      <caption className="pb-1 text-left max-sm:block">
        <span className="small muted">{table.caption}</span>
      </caption>
      <thead className="max-sm:sr-only" {...roles.rowgroup}>
        <tr className="border-b border-line" {...roles.row}>
          {table.columns.map((column, index) => (
            <th key={column.label} scope="col" className={look(index)} {...roles.columnheader}>
              {column.label}
            </th>
          ))}
        </tr>
      </thead>
      <tbody className="max-sm:block" {...roles.rowgroup}>
        {table.rows.map((row) => (
          <tr key={row[0]} className="border-b border-line max-sm:block max-sm:py-2" {...roles.row}>
            {row.map((cell, index) =>
              index === 0 ? (
                <th
                  key="name"
                  scope="row"
                  className={`${look(index)} font-normal max-sm:block max-sm:font-semibold`}
                  {...roles.rowheader}
                >
                  {cell}
                </th>
              ) : (
                <td
                  key={table.columns[index]?.label}
                  className={`${look(index)} max-sm:flex max-sm:justify-between max-sm:gap-3 max-sm:px-0! max-sm:whitespace-normal`}
                  {...roles.cell}
                >
                  <span className="muted sm:hidden" aria-hidden>
                    {table.columns[index]?.label}
                  </span>
                  <span>{cell}</span>
                </td>
              ),
            )}
          </tr>
        ))}
      </tbody>
    </table>
  )
}
