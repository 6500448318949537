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

/** A wide table scrolls by itself on a narrow screen; who has no mouse must be able to stand on it. */
const scrollsByKeyboard = { tabIndex: 0 }

function DocumentTable({ table }: { table: Extract<DecisionBlock, { kind: 'table' }> }) {
  const look = (index: number) =>
    table.columns[index]?.isNumeric
      ? 'num py-2 pl-3 text-right align-top whitespace-nowrap'
      : 'py-2 pr-3 not-first:pl-3 text-left align-top'
  return (
    <section className="my-3 overflow-x-auto" aria-label={table.caption} {...scrollsByKeyboard}>
      <table className="w-full border-collapse">
        <caption className="pb-1 text-left">
          <span className="small muted sticky left-0 block max-w-[calc(100vw-5.25rem)]">{table.caption}</span>
        </caption>
        <thead>
          <tr className="border-b border-line">
            {table.columns.map((column, index) => (
              <th key={column.label} scope="col" className={look(index)}>
                {column.label}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {table.rows.map((row) => (
            <tr key={row[0]} className="border-b border-line">
              {row.map((cell, index) =>
                index === 0 ? (
                  <th key="name" scope="row" className={`${look(index)} font-normal`}>
                    {cell}
                  </th>
                ) : (
                  <td key={table.columns[index]?.label} className={look(index)}>
                    {cell}
                  </td>
                ),
              )}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}
