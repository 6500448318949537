import { redirect } from 'react-router'

/** Until someone has signed in there is nothing to show here but the parts the pages are made of. */
export function loader() {
  return redirect('/dev/ui')
}
