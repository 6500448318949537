import { m } from '#app/paraglide/messages.js'

export default function DevUi() {
  return <h1>{m.ui_brand()}</h1>
}
