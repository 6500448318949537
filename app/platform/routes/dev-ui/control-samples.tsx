import { useState } from 'react'
import { people, say } from '#app/platform/routes/dev-ui/say.ts'
import { Sample } from '#app/platform/routes/dev-ui/sample.tsx'
import { Button, ButtonLink, IconButton, IconLink } from '#app/ui/button.tsx'
import { CheckboxField } from '#app/ui/checkbox-field.tsx'
import { ComboField } from '#app/ui/combo-field.tsx'
import { ConfirmDialog } from '#app/ui/confirm-dialog.tsx'
import { DateField, TimeField } from '#app/ui/date-field.tsx'
import { ErrorSummary } from '#app/ui/error-summary.tsx'
import { FilterChips } from '#app/ui/filter-chips.tsx'
import { MenuHead, MenuLink, Menu } from '#app/ui/menu.tsx'
import { Modal } from '#app/ui/modal.tsx'
import { PageTabs } from '#app/ui/page-tabs.tsx'
import { PanelTabs } from '#app/ui/panel-tabs.tsx'
import { RadioGroup } from '#app/ui/radio-group.tsx'
import { Select } from '#app/ui/select.tsx'
import { TapConfirm } from '#app/ui/tap-confirm.tsx'
import { TextArea } from '#app/ui/text-area.tsx'
import { TextField } from '#app/ui/text-field.tsx'

export function ControlSamples() {
  return (
    <>
      <ButtonSamples />
      <DialogSamples />
      <FieldSamples />
      <FieldErrorSamples />
      <NavigationSamples />
    </>
  )
}

function ButtonSamples() {
  return (
    <Sample name="Button, ButtonLink">
      <div className="row">
        <Button>{say('Apstiprināt 32,00 €', 'Confirm €32.00')}</Button>
        <Button variant="secondary" icon="plus">
          {say('Brīvs laiks', 'Free time')}
        </Button>
        <Button variant="quiet">{say('Rādīt vēlākas dienas', 'Show later days')}</Button>
        <Button variant="danger">{say('Atcelt nodarbību', 'Cancel the session')}</Button>
        <Button pending>{say('Sūtīt', 'Send')}</Button>
        <ButtonLink to="?" icon="download" variant="secondary">
          {say('Lejupielādēt', 'Download')}
        </ButtonLink>
      </div>
      <div className="row">
        <Button size="small">{say('Mazāka', 'Smaller')}</Button>
        <Button size="small" variant="secondary">
          {say('Mazāka', 'Smaller')}
        </Button>
        <Button size="small" variant="quiet">
          {say('Mazāka', 'Smaller')}
        </Button>
        <IconLink to="?" icon="left" label={say('Iepriekšējā nedēļa', 'Previous week')} />
        <IconButton icon="right" label={say('Nākamā nedēļa', 'Next week')} />
      </div>
    </Sample>
  )
}

function DialogSamples() {
  const [isOpen, setIsOpen] = useState(false)
  return (
    <Sample name="ConfirmDialog, Modal, Menu, TapConfirm">
      <div className="row">
        <ConfirmDialog
          href="/dev/ui"
          label={say('Atcelt nodarbību', 'Cancel the session')}
          title={say('Vai atcelt nodarbību?', 'Cancel the session?')}
          confirmLabel={say('Atcelt bez maksas', 'Cancel free of charge')}
          cancelLabel={say('Neatcelt', 'Keep it')}
          fields={{ intent: 'cancel' }}
        >
          <p>
            {say(
              'Budžetā atgriezīsies 32,00 €. Laiks kļūs brīvs citiem.',
              '€32.00 returns to the budget. The time becomes free for others.',
            )}
          </p>
        </ConfirmDialog>
        <Button variant="secondary" onClick={() => setIsOpen(true)}>
          {say('Atvērt logu', 'Open a window')}
        </Button>
        <Modal title={say('Kā rodas punkti', 'How points are made')} isOpen={isOpen} onClose={() => setIsOpen(false)}>
          <p>
            {say(
              'Par 1. vietu ir 7 punkti, par 2. vietu 6 un tā tālāk līdz 1.',
              'Place 1 earns 7 points, place 2 earns 6 and so on down to 1.',
            )}
          </p>
        </Modal>
        <Menu button={say('Vairāk', 'More')}>
          <MenuHead title={people.child} detail={say('dzimis 2019. gadā', 'born in 2019')} />
          <MenuLink to="/dev/ui" icon="settings">
            {say('Iestatījumi', 'Settings')}
          </MenuLink>
        </Menu>
      </div>
      <div className="max-w-sm">
        <TapConfirm label={say('Notika, kā plānots', 'It took place as planned')}>
          <p>
            {say('Elza: 45 minūtes, ', 'Elza: 45 minutes, ')}
            <b className="num">{say('30,50 €', '€30.50')}</b>
          </p>
          <Button icon="check">{say('Apstiprināt', 'Confirm')}</Button>
        </TapConfirm>
      </div>
    </Sample>
  )
}

const modes = () => [
  {
    value: 'home',
    label: say('Mājās', 'At home'),
    hint: say('Speciālists brauc pie jums.', 'The specialist comes to you.'),
  },
  { value: 'place', label: say('Pie sniedzēja', 'At the provider') },
  { value: 'online', label: say('Attālināti', 'Online'), disabled: true },
]

function FieldSamples() {
  return (
    <Sample name="TextField, TextArea, Select, ComboField, DateField, TimeField, RadioGroup, CheckboxField">
      <TextField name="name" label={say('Vārds un uzvārds', 'Name and surname')} autoComplete="off" required />
      <TextField
        name="price"
        label={say('Cena', 'Price')}
        hint={say('Par vienu nodarbību.', 'For one session.')}
        suffix="€"
        inputMode="decimal"
        defaultValue="32,00"
        short
      />
      <TextArea name="note" label={say('Ko speciālistam jāzina', 'What the specialist should know')} optional />
      <Select name="mode" label={say('Kur', 'Where')} options={modes()} placeholder />
      <ComboField
        name="provider"
        label={say('Pakalpojuma sniedzējs', 'Provider')}
        hint={say('Sāciet rakstīt nosaukumu.', 'Start typing the name.')}
        options={['Ieva Ķirsnupe', 'Lejasupes rehabilitācijas centrs', 'Linards Mežnoriņš'].map((label, index) => ({
          value: String(index),
          label,
        }))}
      />
      <div className="row items-start">
        <DateField name="day" label={say('Diena', 'Day')} defaultValue="2026-11-26" />
        <TimeField name="hour" label={say('Laiks', 'Time')} defaultValue="17:30" step={900} />
      </div>
      <RadioGroup
        name="place"
        label={say('Kur notiks nodarbība?', 'Where will the session be?')}
        options={modes()}
        defaultValue="home"
      />
      <CheckboxField
        name="note-of-illness"
        label={say('Ir ārsta zīme', 'There is a note from a doctor')}
        hint={say('Tad maksas nav.', 'Then there is no charge.')}
        defaultChecked
      />
      <CheckboxField name="remember" label={say('Atgādināt dienu iepriekš', 'Remind me the day before')} bare />
    </Sample>
  )
}

function FieldErrorSamples() {
  const [isShown, setIsShown] = useState(false)
  const missing = say('Ierakstiet iemeslu.', 'Write the reason.')
  const unchosen = say('Izvēlieties vienu no atbildēm.', 'Choose one of the answers.')
  return (
    <Sample name="ErrorSummary">
      <Button variant="secondary" onClick={() => setIsShown(!isShown)}>
        {say('Mēģināt nosūtīt', 'Try to send')}
      </Button>
      {isShown ? (
        <ErrorSummary
          errors={[
            { href: '#reason', text: missing },
            { href: '#answer', text: unchosen },
          ]}
        />
      ) : null}
      <TextField id="reason" name="reason" label={say('Iemesls', 'Reason')} errors={[missing]} />
      <RadioGroup
        id="answer"
        name="answer"
        label={say('Vai nodarbība notika?', 'Did the session take place?')}
        options={[
          { value: 'yes', label: say('Jā', 'Yes') },
          { value: 'no', label: say('Nē', 'No') },
        ]}
        errors={[unchosen]}
      />
      <CheckboxField
        name="agree"
        label={say('Es piekrītu summai', 'I agree to the sum')}
        errors={[say('Atzīmējiet, ka piekrītat.', 'Tick that you agree.')]}
      />
    </Sample>
  )
}

function NavigationSamples() {
  return (
    <Sample name="FilterChips, PageTabs, PanelTabs">
      <FilterChips
        chips={[
          { to: '?filter=all', label: say('Visi veidi', 'All kinds'), isOn: true },
          { to: '?filter=home', label: say('Mājās', 'At home'), isOn: false },
          { to: '?filter=marked', label: say('Ar piezīmēm', 'With remarks'), isOn: false, count: 2 },
        ]}
      />
      <PageTabs
        label={say('Plāna lapas', 'Pages of the plan')}
        tabs={[
          { to: '/dev/ui', label: say('Plāns', 'Plan') },
          { to: '/dev/ui/goals', label: say('Mērķi', 'Goals'), count: 3 },
          { to: '/dev/ui/history', label: say('Vēsture', 'History') },
        ]}
      />
      <PanelTabs
        label={say('Skats', 'View')}
        tabs={[
          {
            id: 'chart',
            label: say('Attēls', 'Chart'),
            content: <p>{say('Attēls par pusgadu.', 'A chart of the half-year.')}</p>,
          },
          {
            id: 'table',
            label: say('Tabula', 'Table'),
            content: <p>{say('Tie paši skaitļi tabulā.', 'The same numbers as a table.')}</p>,
          },
        ]}
      />
    </Sample>
  )
}
