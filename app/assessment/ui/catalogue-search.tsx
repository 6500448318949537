import { Form, Link } from 'react-router'
import type { BothLanguages } from '#app/assessment/rules/assessed-result.ts'
import { ownWords } from '#app/assessment/ui/needs-words.ts'
import '#app/assessment/ui/needs.css'
import { m } from '#app/paraglide/messages.js'
import { Badge } from '#app/ui/badge.tsx'
import { Button, SubmitButton } from '#app/ui/button.tsx'
import { Card } from '#app/ui/card.tsx'
import { TextField } from '#app/ui/text-field.tsx'

type CatalogueSearchProps = {
  catalogue: readonly { serviceId: string; name: BothLanguages; description: BothLanguages; hasPrice: boolean }[]
  query: string
  isWholeListed: boolean
}

/** The services that are not on the list yet, found by a word of their name or description. */
export function CatalogueSearch({ catalogue, query, isWholeListed }: CatalogueSearchProps) {
  return (
    <Card title={m.needs_catalogue_title()} className="mt-6">
      {isWholeListed ? (
        <p>{m.needs_catalogue_all()}</p>
      ) : (
        <>
          <Form method="get" className="search-row" preventScrollReset>
            <TextField name="q" type="search" label={m.needs_search()} defaultValue={query} maxLength={100} />
            <Button type="submit" variant="secondary" icon="search">
              {m.needs_search_go()}
            </Button>
            {query === '' ? null : (
              <Link to="?" preventScrollReset>
                {m.needs_search_clear()}
              </Link>
            )}
          </Form>
          {catalogue.length === 0 ? <p className="mt-4">{m.needs_search_none({ query })}</p> : null}
          <ul className="catalogue">
            {catalogue.map(({ serviceId, name, description, hasPrice }) => (
              <li key={serviceId}>
                <div>
                  <b>{ownWords(name)}</b>
                  <p className="small muted">{ownWords(description)}</p>
                  {hasPrice ? null : <Badge tone="attention">{m.needs_no_price()}</Badge>}
                </div>
                <Form method="post">
                  <input type="hidden" name="serviceId" value={serviceId} />
                  <SubmitButton
                    variant="secondary"
                    size="small"
                    icon="plus"
                    name="intent"
                    value={serviceId}
                    aria-label={m.needs_add_named({ service: ownWords(name) })}
                  >
                    {m.needs_add()}
                  </SubmitButton>
                </Form>
              </li>
            ))}
          </ul>
        </>
      )}
    </Card>
  )
}
