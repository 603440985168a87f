/** The palette of the themes: colours stand hue by hue, each from its darkest tone on paper to its lightest. */
export const hues = 14;
export const tones = 4;
export const paletteSize = hues * tones;

/**
 * How far each colour is from those before it, as digits to base 36: the least CIEDE2000, rounded down and at most 35,
 * over both schemes and over usual vision and deuteranopia. A test computes it anew from the colours.
 */
const distances = [
	'',
	'a',
	'ka',
	'xmb',
	'2cnz',
	'b4dqb',
	'nc8ema',
	'wk96ynb',
	'2cnz0coz',
	'a4era1cpa',
	'lb7fma1dlb',
	'wkbaxla1ymc',
	'2doz1cpz0bnz',
	'94er92cqa1cna',
	'k97gk93ela1dlb',
	'wlcawk92xla1ymb',
	'2doz2dpz1coz1bmz',
	'84fs83eq92do90cna',
	'j87hj82fk92cka1cla',
	'uj99wk83wl91xma1ynb',
	'5gqz8hsz7grz7fpz6eoz',
	'74fq9ago99ip98gp97eoa',
	'g63fia9diaaeia9fja8dka',
	'si65tkb1ulb8ulcavmc7wmb',
	'hovzjqzzjpxziowzhnuzagpz',
	'ihmqkmrsklrwjlqxjkpudbgo9',
	'niggpnnjqnoppnoqpmnnmfcgja',
	'xpi9ztofzuplzupnzupkxqgavmb',
	'qvzzsyzzrxzzqvzzntzzhnvz7clw',
	'suyxvyzzuxzzuvzzrswzllqwc9do9',
	'yxwrzzzxzzzzzzzzxwwxspoqmebgja',
	'zzwnzzztzzzzzzzzzzzuzxrnxpgcvmb',
	'wzzzyzzzxzzzwzzzvzzzquzzcgnx5ajv',
	'zzzzzzzzzzzzzzzzzzzzvxzzigjrc7bm9',
	'zzzzzzzzzzzzzzzzzzzzzzzzqkilmd7dka',
	'zzzpzzzwzzzzzzzzzzzzzzzvzrjfxnc2wmb',
	'zzzzzzzzzzzzzzzzzzzzyzzzjmszdelw7ajv',
	'zzzzzzzzzzzzzzzzzzzzzzzzonpwidgpe5bma',
	'zzzzzzzzzzzzzzzzzzzzzzzzvqnpqhagnc2dka',
	'zzyozzztzzzzzzzzzzzzzzzuzrjezoc1yoe1wnc',
	'xzzzzzzzzzzzzzzzzzzzzzzznptzfglv8aiu09jv',
	'zzzzzzzzzzzzzzzzzzzzzzzzroqwkdfog5alc19la',
	'zzyuzzzzzzzzzzzzzzzzzzzzwpmorhafod2clb1bka',
	'zzwlzzzqzzzzzzzzzzzzzzyuzrjezoc1zpf1xod0wmc',
	'uxzzzzzzzzzzzzzzzzzzzzzzlnszcekv69it28ju2akw',
	'xuwyzzzzzzzzzzzzzzzzzzzzplntjacmg38kc28kb29ma',
	'zwtrzzzzzzzzzzzzzzzzzzzzvplmrg8coe29mc39lb2aka',
	'zysizzzqzzzzzzzzzzzzzzyuzsjdzod1zpf2ypf1xod0xnb',
	'orwzyzzzzzzzzzzzzzzztxzzfhnx69ht37ht5bkv7dlw6clx',
	'rnqvzzzzzzzzzzzzzzzzxxzzkfhof47jd37jd8ckc8ckc7cka',
	'wqnnzzzwzzzzzzzzzzzzzzxwskfgpe38ne48nfa9mf99me7aka',
	'zvngzzzpzzzyzzzzzzzxzzvqzrhazpe3zqf5zsj4zri3ypf3xlb',
	'fjpxinvyhmvzhmtzglszafmx36gs9ckveipzlpvznrwzilszafny',
	'iehlllookkpskkotkjnrgdgmd46igbenkilpqqppqqppljmpeafna',
	'pidcsomgsonmsonosomlqkffof36qidfsnkiwtpivsoirmjinfafka',
	'zqi7zvodzxqkzxqmzxpjztkdzpd2zskezwqgzzrfzxqfzumdyqg8wka'
];

const table = distances.map((row) => Array.from(row, (digit) => parseInt(digit, 36)));

/** How far two colours of the palette are apart at least, 0 to 35. */
export function apart(a: number, b: number): number {
	return a === b ? 0 : (table[Math.max(a, b)]?.[Math.min(a, b)] ?? 0);
}
