import { Form, Link } from 'react-router'
import { m } from '#app/paraglide/messages.js'
import { getLocale } from '#app/paraglide/runtime.js'
import { planDifference } from '#app/plan/rules/plan-difference.ts'
import type { VersionView } from '#app/plan/rules/plan-history.ts'
import { shownVersions, versionsToCompare } from '#app/plan/rules/plan-history.ts'
import { PlanDifference } from '#app/plan/ui/plan-difference.tsx'
import { formatDate } from '#app/platform/i18n/format.ts'
import { Badge } from '#app/ui/badge.tsx'
import { Button } from '#app/ui/button.tsx'
import { Card } from '#app/ui/card.tsx'
import { Select } from '#app/ui/select.tsx'

type VersionListProps = {
  versions: readonly VersionView[]
  audience: 'family' | 'staff'
  /** Where a version is read; a draft is edited elsewhere. */
  hrefOf: (version: VersionView) => string
  compared: { from: number | null; to: number | null }
  periodId: string | null
}

/** The versions of a plan, newest first, each with what it changed; below, the differences between any two. */
export function VersionList({ versions, audience, hrefOf, compared, periodId }: VersionListProps) {
  const shown = shownVersions(versions)
  if (shown.length === 0) {
    return (
      <Card title={m.revision_versions_title()}>
        <p className="muted">{m.revision_versions_none()}</p>
      </Card>
    )
  }
  const decided = shown.filter(({ state }) => state !== 'draft')
  return (
    <>
      <Card title={m.revision_versions_title()}>
        <ol className="stack" style={{ '--gap': '1.25rem' }} reversed>
          {shown.toReversed().map((version) => (
            <VersionItem
              key={version.id}
              version={version}
              before={decided.findLast((other) => other.version < version.version) ?? null}
              href={hrefOf(version)}
              text={linkText(version, audience)}
            />
          ))}
        </ol>
      </Card>
      {decided.length > 2 ? <CompareVersions versions={decided} compared={compared} periodId={periodId} /> : null}
    </>
  )
}

type VersionItemProps = { version: VersionView; before: VersionView | null; href: string; text: string }

function VersionItem({ version, before, href, text }: VersionItemProps) {
  return (
    <li className="border-b border-line pb-4 last:border-b-0 last:pb-0">
      <div className="flex flex-wrap items-baseline gap-3">
        <h3 className="min-w-0 flex-1">{m.revision_version_named({ version: version.version })}</h3>
        <VersionBadge version={version} />
      </div>
      <p className="small muted">{decidedText(version)}</p>
      {version.reason === null || version.reason === '' ? null : (
        <p className="mt-1 whitespace-pre-line">{version.reason}</p>
      )}
      {before === null ? null : (
        <details className="mt-1">
          <summary className="inline-flex min-h-11 items-center text-accent underline underline-offset-4">
            {m.revision_changed_against({ version: before.version })}
          </summary>
          <PlanDifference difference={planDifference(before, version)} />
        </details>
      )}
      <p className="mt-1">
        <Link className="inline-flex min-h-11 items-center" to={href}>
          {text}
        </Link>
      </p>
    </li>
  )
}

function CompareVersions({ versions, compared, periodId }: Omit<VersionListProps, 'hrefOf' | 'audience'>) {
  const pair = versionsToCompare(versions, compared)
  if (pair === null) return null
  const options = versions.map(({ version }) => ({
    value: String(version),
    label: m.revision_version_named({ version }),
  }))
  return (
    <Card title={m.revision_compare_title()}>
      <Form method="get" className="stack" preventScrollReset>
        {periodId === null ? null : <input type="hidden" name="period" value={periodId} />}
        <div className="flex flex-wrap items-end gap-4">
          <Select
            short
            name="from"
            label={m.revision_compare_from()}
            options={options}
            defaultValue={String(pair.from.version)}
          />
          <Select
            short
            name="to"
            label={m.revision_compare_to()}
            options={options}
            defaultValue={String(pair.to.version)}
          />
          <Button type="submit" variant="secondary">
            {m.revision_compare_show()}
          </Button>
        </div>
      </Form>
      <h3 className="mt-4 mb-2">{m.revision_compared({ from: pair.from.version, to: pair.to.version })}</h3>
      <PlanDifference difference={planDifference(pair.from, pair.to)} withSame />
    </Card>
  )
}

function VersionBadge({ version: { state, isSealed } }: { version: VersionView }) {
  if (state === 'approved') {
    return (
      <Badge tone="ok" icon="check">
        {m.revision_version_in_force()}
      </Badge>
    )
  }
  if (state === 'draft') {
    return (
      <Badge tone="attention" icon={isSealed ? 'clock' : 'edit'}>
        {isSealed ? m.revision_version_sealed() : m.revision_version_draft()}
      </Badge>
    )
  }
  return <Badge>{m.revision_version_superseded()}</Badge>
}

function decidedText({ approvedAt, approvedBy, origin }: VersionView): string {
  if (approvedAt === null) return ''
  const date = formatDate(approvedAt, getLocale(), 'long-on')
  return origin === 'taken_over'
    ? m.revision_version_taken_over({ date })
    : m.revision_version_approved({ date, name: approvedBy ?? '' })
}

function linkText({ state, isSealed, origin }: VersionView, audience: VersionListProps['audience']): string {
  if (state !== 'draft') return m.revision_version_open()
  if (audience === 'family') return m.revision_version_acknowledge()
  return isSealed || origin !== 'revision' ? m.revision_version_sign() : m.revision_version_edit()
}
