export const TEXT = {
  notRunning: 'The program does not run, so there is no issuer that the code could be written for.',
  recipe: 'Code for',
  best: (title: string) => `${title} (suits it best)`,
  api: 'Calls the API',
  noApi: 'None',
  register: {
    title: 'The issuer would refuse this code',
    text: (uri: string) =>
      `It wants its users back at ${uri}, which is not among the redirect_uris of the application.`,
    action: 'Register it',
  },
  others: (count: number) => `What does not suit it, and why (${count})`,
} as const
