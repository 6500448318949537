import { Link } from 'react-router'
import { m } from '#app/paraglide/messages.js'

/** Says on every page of the demonstration that nothing is real, and lets a visitor be somebody else. */
export function DemoNotice() {
  return (
    <>
      {m.ui_demo_notice()} <Link to="/sign-in">{m.people_demo_other()}</Link>
    </>
  )
}
