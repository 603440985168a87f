const labels = new Map(KNOWN_FORMATS.map(({ id, label }) => [id, label]));

/** What users call a format, from its id in a manifest. */
export const formatName = (id: string): string => labels.get(id) ?? id;

/** How files of papers end, as a file picker takes it: `.ris,.csv,...`. */
export const acceptedFiles = KNOWN_FILES.map((extension) => `.${extension}`).join(',');
