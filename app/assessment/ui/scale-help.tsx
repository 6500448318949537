import { m } from '#app/paraglide/messages.js'

/** How to write a level that two people would judge alike, with an example. */
export function ScaleHelp() {
  return (
    <details>
      <summary>{m.expertise_help_title()}</summary>
      <div className="stack pt-3">
        <ul className="list-disc pl-5">
          <li>{m.expertise_help_one()}</li>
          <li>{m.expertise_help_two()}</li>
          <li>{m.expertise_help_three()}</li>
          <li>{m.expertise_help_four()}</li>
        </ul>
        <p className="strong">{m.expertise_help_example()}</p>
        <dl className="goal-scale">
          <Level title={m.expertise_level_minus_2()} text={m.expertise_help_example_minus_2()} />
          <Level title={m.expertise_level_minus_1()} text={m.expertise_help_example_minus_1()} />
          <Level title={m.expertise_level_0()} text={m.expertise_help_example_0()} />
          <Level title={m.expertise_level_plus_1()} text={m.expertise_help_example_plus_1()} />
          <Level title={m.expertise_level_plus_2()} text={m.expertise_help_example_plus_2()} />
        </dl>
      </div>
    </details>
  )
}

function Level({ title, text }: { title: string; text: string }) {
  return (
    <div>
      <dt>{title}</dt>
      <dd>{text}</dd>
    </div>
  )
}
