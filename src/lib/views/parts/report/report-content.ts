import type { ReportLead } from './report-lead.ts';

/** A name and what it stands for. */
export interface ReportFact {
	name: string;
	value: string;
}

/** A chart of the report; everything in it is text but the drawing. */
export interface ReportFigure {
	/** A whole SVG element, already escaped. */
	svg: string;
	title: string;
	description: string;
	table: {
		readonly caption: string;
		readonly header: readonly string[];
		readonly rows: readonly (readonly (string | number)[])[];
	};
}

/** The chart of the first page: what is drawn alone, with what is said below it. */
export interface LeadFigure {
	/** A whole SVG element, already escaped. */
	svg: string;
	/** The same for a narrow screen, as HTML that is already escaped; without it the picture is moved under the window. */
	small?: string;
	title: string;
	caption: string;
}

export interface ReportPaper {
	title: string;
	published: string;
	teamSize: number | null;
	theme: string;
}

/** Everything that a report says. */
export interface ReportContent {
	corpus: string;
	/** How many papers of how many. */
	papersWords: string;
	/** The filters, in words. */
	filters: string;
	address: string;
	/** What the view shows, at most five, the most telling first. */
	sentences: readonly string[];
	lead: ReportLead;
	chart: LeadFigure | null;
	/** What became of the records. */
	account: string;
	/** In three lines. */
	how: readonly string[];
	facts: readonly ReportFact[];
	figures: readonly ReportFigure[];
	method: readonly { title: string; text: string }[];
	citation: string;
	parameters: readonly ReportFact[];
	papers: readonly ReportPaper[];
	/** Papers that pass the filters; the list may hold fewer, or none. */
	total: number;
	/** Where they are listed. */
	papersAddress: string;
	/** How the list is ordered. */
	order: string;
}
