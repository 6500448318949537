import { m } from '#app/paraglide/messages.js'
import { BrandMark } from '#app/ui/brand-mark.tsx'

const texts = {
  400: { title: m.ui_error_400_title, next: m.ui_error_400_next },
  403: { title: m.ui_error_403_title, next: m.ui_error_403_next },
  404: { title: m.ui_error_404_title, next: m.ui_error_404_next },
  409: { title: m.ui_error_409_title, next: m.ui_error_409_next },
  500: { title: m.ui_error_500_title, next: m.ui_error_500_next },
} as const

export type ErrorStatus = keyof typeof texts

/** The page that stands for a status; one without words of its own reads as its family does. */
export function errorStatusOf(status: number): ErrorStatus {
  if (status === 400 || status === 403 || status === 404 || status === 409) return status
  if (status === 401) return 403
  if (status === 410) return 404
  if (status === 422 || status === 412) return 409
  return status >= 400 && status < 500 ? 400 : 500
}

export function errorTitle(status: ErrorStatus): string {
  return texts[status].title()
}

type ErrorPageProps = {
  status: ErrorStatus
  /** The number under which the log knows this request. */
  reference: string | null
  /** Where trying again leads; given when another try can help. */
  retryHref?: string
  /** Shown to developers only. */
  detail?: string
}

/** What happened in plain words, what to do next, and the number to quote. */
export function ErrorPage({ status, reference, retryHref, detail }: ErrorPageProps) {
  const text = texts[status]
  const canRetry = retryHref !== undefined && (status === 409 || status === 500)
  return (
    <>
      <header className="top">
        <div className="wrap">
          <a className="brand" href="/">
            <BrandMark />
            {m.ui_brand()}
          </a>
        </div>
      </header>
      <main id="content" className="page page-bare" tabIndex={-1}>
        <div className="wrap">
          <div className="pagehead">
            <p className="over">{m.ui_error_code({ status: String(status) })}</p>
            <h1>{text.title()}</h1>
            <p className="lead">{text.next()}</p>
          </div>
          <div className="row">
            {canRetry ? (
              <a className="btn btn-primary" href={retryHref}>
                {m.ui_error_retry()}
              </a>
            ) : null}
            <a className={canRetry ? 'btn btn-secondary' : 'btn btn-primary'} href="/">
              {m.ui_error_home()}
            </a>
          </div>
          {reference === null ? null : (
            <p className="small muted mt-8">
              {m.ui_error_reference()} <code className="strong text-ink">{reference}</code>.
            </p>
          )}
          {detail === undefined ? null : (
            <pre className="small mt-8 overflow-x-auto rounded-md bg-sunken p-4">{detail}</pre>
          )}
        </div>
      </main>
    </>
  )
}
