import { Form, useLocation } from 'react-router'
import { m } from '#app/paraglide/messages.js'
import { SubmitButton } from '#app/ui/button.tsx'
import { searchWith } from '#app/ui/search-link.ts'
import { TextField } from '#app/ui/text-field.tsx'

/**
 * A search for somebody's name on a list of staff. Posted, so that the name stays out of the address (the page keeps it
 * with `keepSearch`); order and filter stay there. Works without script.
 */
export function KeptSearchForm({ search, label }: { search: string; label: string }) {
  const { search: address } = useLocation()
  const here = searchWith(address, { page: null })
  return (
    <search className="mb-4 flex flex-wrap items-end gap-3">
      <Form method="post" action={here} className="flex flex-wrap items-end gap-3" preventScrollReset>
        <TextField
          key={search}
          name="search"
          type="search"
          label={label}
          defaultValue={search}
          maxLength={60}
          autoComplete="off"
        />
        <SubmitButton variant="secondary" size="small" icon="search">
          {m.people_search_go()}
        </SubmitButton>
      </Form>
      {search === '' ? null : (
        <Form method="post" action={here} preventScrollReset>
          <SubmitButton variant="quiet" size="small" name="search" value="">
            {m.people_search_clear()}
          </SubmitButton>
        </Form>
      )}
    </search>
  )
}
