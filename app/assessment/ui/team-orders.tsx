import { averageTies } from '#app/assessment/rules/joint-ranking.ts'
import type { RankedServiceView, RankingMember, TeamView } from '#app/assessment/rules/ranking-view.ts'
import type { TeamPlace } from '#app/assessment/rules/team-order.ts'
import { professionText } from '#app/assessment/ui/family-words.ts'
import { ownWords } from '#app/assessment/ui/needs-words.ts'
import { m } from '#app/paraglide/messages.js'
import { getLocale } from '#app/paraglide/runtime.js'
import { formatNumber } from '#app/platform/i18n/format.ts'
import { Badge } from '#app/ui/badge.tsx'
import { Card } from '#app/ui/card.tsx'
import { DataTable } from '#app/ui/data-table.tsx'

/** The average of the experts' orders, each expert's place beside it, and how far they differ. */
export function TeamOrders({ services, team }: { services: readonly RankedServiceView[]; team: TeamView }) {
  const names = new Map(services.map((service) => [service.id, ownWords(service.name)]))
  const places = new Map(team.places.map((place) => [place.serviceId, place]))
  const ranks = averageTies(team.order)
  const rows = team.order.flat().flatMap((id) => {
    const place = places.get(id)
    return place === undefined ? [] : [{ ...place, teamRank: ranks.get(id) ?? 0 }]
  })
  return (
    <div>
      <DataTable
        caption={m.needs_team_caption()}
        title={m.needs_team_title()}
        columns={[
          { key: 'service', label: m.needs_col_service(), isRowHeader: true, cell: (row) => names.get(row.serviceId) },
          {
            key: 'average',
            label: m.needs_team_average(),
            numeric: true,
            cell: (row) => averageText(row, team.experts.length),
          },
          ...team.experts.map(({ name }, index) => ({
            key: `expert-${index}`,
            label: name,
            numeric: true,
            cell: (row: TeamPlace) => placeNumber(row.halfRanks[index] ?? 0),
          })),
          {
            key: 'spread',
            label: m.needs_team_spread(),
            kind: 'state' as const,
            cell: (row) => <Spread place={row} count={services.length} />,
          },
        ]}
        rows={rows}
        rowKey={(row) => row.serviceId}
        empty={null}
      />
      <p className="small muted mt-2">{m.needs_team_how()}</p>
    </div>
  )
}

/** Who has handed in what. */
export function TeamMembers({ members }: { members: readonly RankingMember[] }) {
  return (
    <Card title={m.needs_team_members()}>
      <ul className="team-members">
        {members.map((member) => (
          <li key={member.personId}>
            <b>{member.name}</b>
            <span className="small muted block">
              {member.isLead
                ? `${professionText(member.profession)}, ${m.needs_member_lead()}`
                : professionText(member.profession)}
            </span>
            <span className="flex flex-wrap gap-1 mt-1">
              <DoneBadge
                isDone={member.hasHandedInAssessment}
                text={`${m.needs_member_assessment()}: ${member.hasHandedInAssessment ? m.needs_member_in() : m.needs_member_out()}`}
              />
              <DoneBadge
                isDone={member.orderHandedInAt !== null}
                text={`${m.needs_member_order()}: ${member.orderHandedInAt === null ? m.needs_member_out() : m.needs_member_order_in()}`}
              />
            </span>
          </li>
        ))}
      </ul>
    </Card>
  )
}

function DoneBadge({ isDone, text }: { isDone: boolean; text: string }) {
  return (
    <Badge tone={isDone ? 'ok' : 'neutral'} icon={isDone ? 'check' : 'clock'}>
      {text}
    </Badge>
  )
}

function Spread({ place, count }: { place: TeamPlace; count: number }) {
  const halves = place.worstHalfRank - place.bestHalfRank
  if (place.halfRanks.length < 2) return null
  if (halves === 0) return <Badge tone="ok">{m.needs_team_spread_none()}</Badge>
  // More than half of the list apart is worth a talk.
  const isFar = halves > count
  const text =
    halves % 2 === 0
      ? m.needs_team_spread_places({ count: halves / 2 })
      : m.needs_team_spread_half({ text: placeNumber(halves) })
  return <Badge tone={isFar ? 'attention' : 'neutral'}>{text}</Badge>
}

/** Half places as people write them: 4 is `2`, 5 is `2,5`. */
function placeNumber(halves: number): string {
  return formatNumber(halves / 2, getLocale(), halves % 2 === 0 ? 0 : 1)
}

function averageText({ sumOfHalfRanks }: TeamPlace, experts: number): string {
  const average = sumOfHalfRanks / (2 * experts)
  return formatNumber(average, getLocale(), Number.isInteger(average) ? 0 : 2)
}
