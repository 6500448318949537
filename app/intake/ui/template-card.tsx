import { m } from '#app/paraglide/messages.js'
import { buttonClass } from '#app/ui/button.tsx'
import { Card } from '#app/ui/card.tsx'
import { Icon } from '#app/ui/icon.tsx'

export function TemplateCard() {
  return (
    <Card title={m.intake_template_title()}>
      <div className="stack">
        <p>{m.intake_template_lead()}</p>
        <p>{m.intake_template_remaining()}</p>
        <div className="row">
          <TemplateLink href="/municipality/imports/template.xlsx" label={m.intake_template_xlsx()} />
          <TemplateLink href="/municipality/imports/template.csv" label={m.intake_template_csv()} />
        </div>
      </div>
    </Card>
  )
}

function TemplateLink({ href, label }: { href: string; label: string }) {
  return (
    <a href={href} download className={buttonClass({ variant: 'secondary' })}>
      <Icon name="download" />
      {label}
    </a>
  )
}
