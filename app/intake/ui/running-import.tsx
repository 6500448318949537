import { useEffect } from 'react'
import { Link, useRevalidator } from 'react-router'
import type { ImportView } from '#app/intake/rules/import-view.ts'
import { m } from '#app/paraglide/messages.js'
import { getLocale } from '#app/paraglide/runtime.js'
import { formatNumber } from '#app/platform/i18n/format.ts'
import { Card } from '#app/ui/card.tsx'

const lookEvery_ms = 2_000

/** How far the job has got. With script the page looks again by itself; without it there is a link. */
export function RunningImport({ view }: { view: ImportView }) {
  const { revalidate } = useRevalidator()
  useEffect(() => {
    const timer = setInterval(() => void revalidate(), lookEvery_ms)
    return () => clearInterval(timer)
  }, [revalidate])
  const locale = getLocale()
  const text = m.intake_running_progress({
    done: formatNumber(view.doneRows, locale),
    total: formatNumber(view.rowCount, locale),
  })
  return (
    <Card title={m.intake_running_title()}>
      <div className="stack">
        <progress
          className="bg-sunken [&::-webkit-progress-bar]:bg-sunken [&::-webkit-progress-value]:bg-accent [&::-moz-progress-bar]:bg-accent h-3 w-full appearance-none overflow-hidden rounded-md"
          max={view.rowCount}
          value={view.doneRows}
          aria-label={m.intake_running_title()}
        />
        <output className="num block">{text}</output>
        <p>{m.intake_running_lead()}</p>
        <p>
          <Link to="." reloadDocument>
            {m.intake_running_refresh()}
          </Link>
        </p>
      </div>
    </Card>
  )
}
