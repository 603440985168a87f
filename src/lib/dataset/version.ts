/** What made a dataset, as its manifest states it. */
export const generator = { name: 'corpuscope', version: '0.1.0' } as const;
