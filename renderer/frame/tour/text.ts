export interface TourStep {
  /** Of the element that it points at, by its data-tour. Where that is out of sight, the step stands in the middle. */
  readonly anchor: string
  readonly title: string
  readonly text: string
}

export const TEXT = {
  label: 'Tour',
  invitation: {
    title: 'New here?',
    text: 'A tour of one minute shows where things are.',
    start: 'Take the tour',
    never: 'No, thanks',
    later: 'Later',
  },
  count: (step: number, of: number) => `${step} of ${of}`,
  next: 'Next',
  back: 'Back',
  done: 'Done',
  close: 'End the tour',

  steps: [
    {
      anchor: 'issuer',
      title: 'Your issuer',
      text: 'Point your application at this address. It behaves like a real authorization server: discovery, sign-in, consent, tokens.',
    },
    {
      anchor: 'place-traffic',
      title: 'Everything that travels',
      text: 'Each request and answer is recorded here as it happens, with every parameter explained where it stands.',
    },
    {
      anchor: 'place-browser',
      title: 'A browser to sign in with',
      text: 'Play the user: sign in as Alice, give consent, and watch the traffic that makes. Passwords stand on the sign-in page.',
    },
    {
      anchor: 'place-applications',
      title: 'Who takes part',
      text: 'Applications, APIs and users that the issuer knows. Some ship with the program; your own can join them.',
    },
    {
      anchor: 'scenarios',
      title: 'Nothing can be broken for good',
      text: 'Loading a scenario puts its applications, APIs and users back to how they ship.',
    },
    {
      anchor: 'palette',
      title: 'Everything by name',
      text: 'Screens, applications, users, parameters, errors and actions: type a part of the name. Press ? for all the keys.',
    },
  ] satisfies readonly TourStep[],
} as const
