import { type RouteConfig, index, route } from '@react-router/dev/routes'

/** The site map. Each address points at the capability that answers it. */
export default [
  index('platform/routes/start.tsx'),
  route('dev/ui', 'platform/routes/dev-ui.tsx'),
  route('*', 'platform/routes/not-found.tsx'),
] satisfies RouteConfig
