import { cents } from '#app/platform/money.ts'
import { say } from '#app/platform/routes/dev-ui/say.ts'
import { Sample } from '#app/platform/routes/dev-ui/sample.tsx'
import { Badge } from '#app/ui/badge.tsx'
import { BudgetBar } from '#app/ui/budget-bar.tsx'
import { ButtonLink } from '#app/ui/button.tsx'
import { Card } from '#app/ui/card.tsx'
import { Chain } from '#app/ui/chain.tsx'
import { EmptyState } from '#app/ui/empty-state.tsx'
import { Facts } from '#app/ui/facts.tsx'
import { Icon, iconNames } from '#app/ui/icon.tsx'
import { Money } from '#app/ui/money.tsx'
import { Note } from '#app/ui/note.tsx'
import { Receipt } from '#app/ui/receipt.tsx'
import { Skeleton } from '#app/ui/skeleton.tsx'
import { StepLine } from '#app/ui/step-line.tsx'
import { SumLines } from '#app/ui/sum-lines.tsx'
import { Totals } from '#app/ui/totals.tsx'

export function TextSamples() {
  return (
    <>
      <StateSamples />
      <CardSamples />
      <MoneySamples />
      <Sample name="Icon">
        <ul className="row">
          {iconNames.map((name) => (
            <li key={name} className="grid w-24 justify-items-center gap-1">
              <Icon name={name} />
              <span className="xs muted">{name}</span>
            </li>
          ))}
        </ul>
      </Sample>
    </>
  )
}

function StateSamples() {
  return (
    <Sample name="Badge, Note, Receipt, EmptyState, Skeleton, StepLine">
      <div className="row">
        <Badge>{say('Nav finansēts', 'Not funded')}</Badge>
        <Badge tone="ok">{say('Apstiprināts', 'Approved')}</Badge>
        <Badge tone="attention">{say('Gaida atbildi', 'Awaits an answer')}</Badge>
        <Badge tone="stop" icon="lock">
          {say('Daļa aizturēta', 'Partly held')}
        </Badge>
        <Badge tone="accent" icon="home">
          {say('Brauc pie jums', 'Comes to you')}
        </Badge>
        <Badge tone="attention" large>
          {say('Gaida otro apstiprinājumu', 'Awaits the second approval')}
        </Badge>
      </div>
      <Note icon="clock">
        <b>
          {say(
            'Bez maksas varat atcelt līdz svētdienai, 29. novembrim, 17.30.',
            'You can cancel free of charge until Sunday, 29 November, 17:30.',
          )}
        </b>{' '}
        {say('Vēlāk speciāliste drīkst prasīt pusi cenas, ', 'Later the specialist may ask for half the price, ')}
        <Money cents={cents(1600)} />.
      </Note>
      <Note tone="attention">{say('Ceļš ir garāks par jūsu robežu.', 'The way is longer than your limit.')}</Note>
      <Note tone="stop">
        {say('Maksājums neizdevās: konts ir slēgts.', 'The payment failed: the account is closed.')}
      </Note>
      <Note tone="ok">{say('Viss ir samaksāts.', 'Everything is paid.')}</Note>
      <Note tone="neutral">{say('Cenas šeit ir izdomātas.', 'Prices here are invented.')}</Note>
      <Receipt
        tone="ok"
        title={say('Pieraksts apstiprināts', 'The booking is confirmed')}
        link={{ href: '/dev/ui', label: say('Mainīt vai atcelt', 'Change or cancel') }}
      >
        {say('Atgādināsim dienu iepriekš.', 'We will remind you the day before.')}
      </Receipt>
      <Receipt tone="attention" title={say('Kāds cits bija ātrāks', 'Someone else was quicker')}>
        {say('Izvēlieties citu laiku.', 'Choose another time.')}
      </Receipt>
      <EmptyState
        icon="calendar"
        title={say('Šonedēļ nodarbību nav', 'No sessions this week')}
        action={<ButtonLink to="?">{say('Pierakstīties', 'Book')}</ButtonLink>}
      >
        {say('Budžetā vēl ir nauda pieciem pakalpojumiem.', 'The budget still has money for five services.')}
      </EmptyState>
      <Skeleton lines={3} />
      <StepLine step={2} total={3} />
    </Sample>
  )
}

function CardSamples() {
  return (
    <Sample name="Card, Facts, SumLines, Totals, Chain">
      <div className="split">
        <Card
          title={say('Pārbaudiet pierakstu', 'Check your booking')}
          tone="chosen"
          aside={<Badge tone="accent">{say('Jauns', 'New')}</Badge>}
        >
          <Facts
            facts={[
              {
                term: say('Kad', 'When'),
                value: say('pirmdien, 30. novembrī', 'Monday, 30 November'),
                note: '17.30–18.15',
              },
              {
                term: say('Kas', 'What'),
                value: say('Fizioterapija Emīlam', 'Physiotherapy for Emīls'),
                note: say('ar Ievu Ķirsnupi', 'with Ieva Ķirsnupe'),
              },
              {
                term: say('Kur', 'Where'),
                value: say('jūsu mājās', 'at your home'),
                action: <a href="/dev/ui">{say('Mainīt vietu', 'Change the place')}</a>,
              },
            ]}
          />
        </Card>
        <aside>
          <SumLines
            lines={[
              {
                label: say('Fizioterapijai tagad brīvi', 'Free for physiotherapy now'),
                value: <Money cents={cents(31050)} />,
              },
              { label: say('Šī nodarbība', 'This session'), value: <Money cents={cents(-3200)} change /> },
              { label: say('Paliek', 'Stays'), value: <Money cents={cents(27850)} />, isResult: true },
              {
                label: say('Visā budžetā paliek', 'Stays in the whole budget'),
                value: <Money cents={cents(120250)} />,
                isMuted: true,
              },
            ]}
          />
        </aside>
      </div>
      <Card tone="attention" title={say('Gaida jūsu atbildi', 'Awaits your answer')} level={3}>
        <p>{say('Vai ABA terapija notika?', 'Did the ABA therapy take place?')}</p>
      </Card>
      <Totals
        totals={[
          {
            label: say('Maksājams kopā', 'Payable in all'),
            value: <Money cents={cents(505940)} />,
            note: say('8 saņēmējiem', 'to 8 payees'),
            isMain: true,
          },
          { label: say('Reizes', 'Sessions'), value: '177', note: say('175 bez piezīmēm', '175 without remarks') },
          { label: say('Starpība', 'Difference'), value: <Money cents={cents(-5500)} change /> },
        ]}
      />
      <Chain
        label={say('Summas ceļš', 'The way of the sum')}
        links={[
          {
            title: say('Pieraksts', 'Booking'),
            lines: [say('9. nov., 2 h', '9 Nov, 2 h'), <Money key="m" cents={cents(2400)} />],
          },
          {
            title: say('Sniegts', 'Delivered'),
            lines: [say('12. nov., 45 min', '12 Nov, 45 min'), <Money key="m" cents={cents(900)} />],
          },
          {
            title: say('Atbrīvots', 'Released'),
            lines: [say('atpakaļ budžetā', 'back to the budget'), <Money key="m" cents={cents(1500)} />],
          },
        ]}
      />
    </Sample>
  )
}

function MoneySamples() {
  const year = { startLabel: say('1. sept.', '1 Sept'), endLabel: say('28. febr.', '28 Feb') }
  return (
    <Sample name="BudgetBar, Money">
      <div className="grid gap-6 lg:grid-cols-2">
        <Card>
          <h3 className="small muted">{say('Brīvi līdz 28. februārim', 'Free until 28 February')}</h3>
          <p className="sum mt-1 mb-4 text-accent">
            <Money cents={cents(123450)} />
          </p>
          <BudgetBar
            paid={cents(141800)}
            delivered={cents(38300)}
            reserved={cents(81650)}
            free={cents(123450)}
            time={{ elapsedPercent: 46.4, ...year }}
            labels={{ total: say('Kopā pusgadam', 'Total for the half-year') }}
          />
        </Card>
        <Card>
          <h3 className="mb-4">{say('Perioda sākums un beigas', 'Start and end of the period')}</h3>
          <div className="stack">
            <BudgetBar
              paid={cents(0)}
              delivered={cents(0)}
              reserved={cents(0)}
              free={cents(385200)}
              time={{ elapsedPercent: 2, ...year }}
              legend={false}
            />
            <BudgetBar
              paid={cents(300000)}
              delivered={cents(60000)}
              reserved={cents(25000)}
              free={cents(200)}
              time={{ elapsedPercent: 97, ...year }}
              legend={false}
            />
            <BudgetBar paid={cents(0)} delivered={cents(0)} reserved={cents(0)} free={cents(0)} legend={false} />
            <BudgetBar
              paid={cents(30000)}
              delivered={cents(6000)}
              reserved={cents(25000)}
              free={cents(20000)}
              legend={false}
              thin
            />
          </div>
        </Card>
      </div>
    </Sample>
  )
}
