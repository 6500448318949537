import { data } from 'react-router'

/** Catches every unknown address, so that its 404 is answered inside the middleware: right language, reference, theme. */
export function loader() {
  throw data(null, { status: 404 })
}

export default function NotFound() {
  return null
}
