/**
 * Elementary functions from + - * / alone. Hosts disagree in the last bits of Math.log and exp;
 * these give the same bits everywhere. Argument reduction after Cody and Waite (1980), then Taylor series.
 */

/** ln 2 in parts whose products with small integers are exact. */
const ln2High = 6.9314718036912381649e-1;
const ln2Low = 1.90821492927058770002e-10;

const float = new Float64Array(1);
const words = new Uint32Array(float.buffer);
float[0] = 1;
const highWord = words[1] === 0 ? 0 : 1;

/** 2 to an integer power between -1022 and 1023. */
function powerOfTwo(exponent: number): number {
	float[0] = 1;
	words[highWord] = (exponent + 1023) << 20;
	return float[0];
}

/** Natural logarithm, within 2 units in the last place; -Infinity at 0, NaN below. */
export function log(x: number): number {
	if (!(x > 0)) return x === 0 ? -Infinity : NaN;
	if (x === Infinity) return x;
	let exponent = 0;
	if (x < 2.2250738585072014e-308) {
		x *= 18014398509481984;
		exponent = -54;
	}
	float[0] = x;
	const high = words[highWord] as number;
	exponent += (high >>> 20) - 1023;
	words[highWord] = (high & 0xfffff) | 0x3ff00000;
	let mantissa = float[0];
	if (mantissa > Math.SQRT2) {
		mantissa /= 2;
		exponent++;
	}
	const f = mantissa - 1;
	const s = f / (mantissa + 1);
	const z = s * s;
	let series = 0;
	for (let n = 23; n >= 3; n -= 2) series = series * z + 2 / n;
	const half = (f * f) / 2;
	// log(1 + f) = f - f²/2 + s (f²/2 + z series): the large terms are exact or nearly so.
	const correction = s * (half + z * series) + exponent * ln2Low;
	return exponent * ln2High + (f - (half - correction));
}

const inverseFactorial = Array.from({ length: 15 }, () => 1);
for (let n = 1; n < 15; n++) inverseFactorial[n] = (inverseFactorial[n - 1] as number) / n;

/** e to the power x, within 2 units in the last place for normal results; overflows to Infinity, underflows to 0. */
export function exp(x: number): number {
	if (x !== x) return x;
	if (x > 709.782712893384) return Infinity;
	if (x < -745.1332191019412) return 0;
	const k = Math.floor(x / (ln2High + ln2Low) + 0.5);
	const high = x - k * ln2High;
	const low = k * ln2Low;
	const r = high - low;
	let series = 0;
	for (let n = 14; n >= 2; n--) series = series * r + (inverseFactorial[n] as number);
	const value = 1 + (high - (low - r * r * series));
	if (k > 1023) return value * powerOfTwo(1023) * powerOfTwo(k - 1023);
	if (k < -1021) return value * powerOfTwo(k + 1000) * powerOfTwo(-1000);
	return value * powerOfTwo(k);
}
