/** Addresses of styles, scripts and fonts. The web fills in each file's hash at start, so that they never go stale. */
export interface AssetPaths {
  tokens: string
  staff: string
  charts: string
  partner: string
  script: string
  htmx: string
}

export const assets: AssetPaths = {
  tokens: '/assets/tokens.css',
  staff: '/assets/staff.css',
  charts: '/assets/charts.css',
  partner: '/assets/partner.css',
  script: '/assets/gaung.js',
  htmx: '/assets/htmx.js',
}
