import { describe, expect, it } from 'vitest';

import { decoded, noDecoding } from '../../../src/lib/corpus/bytes/decode.ts';
import { createRandom } from '../../../src/lib/pipeline/random.ts';
import { encodingTables } from '../../support/encoding-tables.ts';

/** Bytes of each character, by the tables of the standard or, of wide encodings, by the decoder's own turned round. */
function codesOf(encoding: string): Map<string, number[]> {
	const codes = new Map<string, number[]>();
	for (let byte = 0; byte < 128; byte++) codes.set(String.fromCharCode(byte), [byte]);
	const table = encodingTables[encoding];
	if (table) for (const [at, char] of [...table].entries()) codes.set(char, [at + 128]);
	const decoder = new TextDecoder(encoding);
	for (let first = 0x81; !table && first < 255; first++)
		for (let second = 0x40; second < 255; second++) {
			const char = decoder.decode(Uint8Array.from([first, second]), { stream: true }) + decoder.decode();
			if ([...char].length === 1 && char !== '\uFFFD' && !codes.has(char)) codes.set(char, [first, second]);
		}
	return codes;
}

function encoded(text: string, encoding: string): Uint8Array {
	if (encoding === 'utf-8') return new TextEncoder().encode(text);
	const codes = codesOf(encoding);
	return Uint8Array.from(
		[...text].flatMap((char) => {
			const bytes = codes.get(char);
			if (!bytes) throw new Error(`${encoding} has no ${char}`);
			return bytes;
		})
	);
}

async function detected(bytes: Uint8Array) {
	const decoding = noDecoding();
	async function* once() {
		yield bytes;
	}
	let text = '';
	for await (const piece of decoded(once(), undefined, decoding)) text += piece;
	return { encoding: decoding.encoding, text };
}

const texts: [string, string][] = [
	[
		'windows-1254',
		'Su samurları ırmaklarda yaşar ve balık yer. Kunduzlar ağaçtan ve çamurdan bentler kurar; bu iş güz boyunca sürer. Araştırmacılar kıyıdaki izleri saydı ve her gölün suyunu ölçtü. Genç hayvanların çoğu kışı yuvada geçirir, ilkbaharda ise yeni bir dere arar. Bulgularımız, söğütlerin çok olduğu yerlerde sayının arttığını gösteriyor.'
	],
	[
		'windows-1255',
		'הלוטרה חיה בנהרות ואוכלת דגים. הבונה בונה סכרים מעץ ומבוץ במשך כל הסתיו. החוקרים ספרו את העקבות על הגדה ומדדו את המים בכל אגם. רוב הצעירים נשארים בקן בחורף ומחפשים נחל חדש באביב. הממצאים שלנו מראים שהמספר גדל במקומות שבהם יש הרבה ערבות. אנו מציעים לשמור על הגדות ולספור שוב בעוד עשר שנים, כדי לדעת אם השינוי נמשך גם בשנים יבשות.'
	],
	[
		'windows-1256',
		'يعيش ثعلب الماء في الأنهار ويأكل الأسماك. يبني القندس السدود من الخشب والطين طوال الخريف. عد الباحثون الآثار على الضفة وقاسوا الماء في كل بحيرة. تبقى أكثر الصغار في العش خلال الشتاء وتبحث عن نهر جديد في الربيع. تظهر نتائجنا أن العدد يزداد في الأماكن التي يكثر فيها الصفصاف. نقترح حماية الضفاف والعد مرة أخرى بعد عشر سنوات.'
	],
	[
		'windows-1257',
		'Ūdros gyvena upėse ir ėda žuvis. Bebrai stato užtvankas iš medžių ir purvo visą rudenį. Tyrėjai suskaičiavo pėdsakus ant kranto ir išmatavo vandenį kiekviename ežere. Dauguma jauniklių žiemą praleidžia urve, o pavasarį ieško naujo upelio. Mūsų duomenys rodo, kad skaičius didėja ten, kur daug gluosnių. Siūlome saugoti krantus ir skaičiuoti vėl po dešimties metų.'
	],
	[
		'windows-1258',
		'Rái cá sống ở các con sông và ăn cá. Hải ly xây đập bằng gỗ và bùn suốt mùa thu. Các nhà nghiên cứu đếm dấu chân trên bờ và đo nước trong mỗi hồ. Phần lớn con non ở trong tổ suốt mùa đông và tìm một dòng suối mới vào mùa xuân. Kết quả của chúng tôi cho thấy số lượng tăng ở những nơi có nhiều cây liễu.'.replace(
			/\p{L}/gu,
			apart
		)
	],
	[
		'big5',
		'水獺生活在河流中，以魚為食。海狸用木頭和泥土建造水壩，牠們在整個秋天工作。研究人員數了岸邊的足跡，並測量了每個湖泊的水。大多數幼獸在冬天留在巢中，到了春天才尋找新的溪流。我們的結果顯示，在柳樹很多的地方，數量會增加。我們建議保護河岸，並在十年之後再數一次，以便知道這種變化在乾旱的年份是否仍然繼續。感謝所有的志工。'
	],
	[
		'shift_jis',
		'カワウソは川に住んでいて、魚を食べます。ビーバーは秋の間ずっと木と泥でダムを作ります。研究者は岸の足跡を数え、それぞれの湖の水を測りました。子どもの多くは冬を巣の中で過ごし、春になると新しい小川を探します。私たちの結果は、柳の多い場所で数が増えることを示しています。岸を守り、十年後にもう一度数えることを提案します。'
	],
	[
		'euc-jp',
		'カワウソは川に住んでいて、魚を食べます。ビーバーは秋の間ずっと木と泥でダムを作ります。研究者は岸の足跡を数え、それぞれの湖の水を測りました。子どもの多くは冬を巣の中で過ごし、春になると新しい小川を探します。私たちの結果は、柳の多い場所で数が増えることを示しています。岸を守り、十年後にもう一度数えることを提案します。'
	],
	[
		'euc-kr',
		'수달은 강에 살며 물고기를 먹습니다. 비버는 가을 내내 나무와 진흙으로 댐을 만듭니다. 연구자들은 강가의 발자국을 세고 모든 호수의 물을 재었습니다. 새끼들은 대부분 겨울을 굴에서 보내고 봄이 되면 새로운 개울을 찾습니다. 우리의 결과는 버드나무가 많은 곳에서 수가 늘어난다는 것을 보여 줍니다. 강가를 지키고 십 년 뒤에 다시 세기를 제안합니다.'
	]
];

/** A letter of Vietnamese as a letter of the table and its tone. */
function apart(letter: string): string {
	const parts = letter.normalize('NFD');
	const tone = /[\u0300\u0301\u0303\u0309\u0323]/.exec(parts)?.[0] ?? '';
	return parts.replace(tone, '').normalize('NFC') + tone;
}

/** A record or less, in languages that share most of their bytes with Western European. */
const short: [string, string][] = [
	['windows-1257', 'Žuvų migracija Nemuno žemupyje. Ramunė Šimkutė'],
	['windows-1257', 'Zivju migrācija Daugavas lejtecē. Māra Krūmiņa'],
	[
		'windows-1250',
		'Halak vándorlása a Tisza alsó szakaszán, különös tekintettel a hőmérsékletre. Szűcs Ernő'
	],
	['windows-1250', 'Migrace ryb v dolním toku řeky. Vojtěch Říha'],
	['iso-8859-2', 'Šíření ryb v dolním toku řeky. Vojtěch Říha'],
	['windows-1250', 'Migraţia peştilor în cursul inferior al râului şi apărarea malurilor'],
	['windows-1250', 'Selitev rib v spodnjem toku reke. Urša Žagar, Matevž Čuk'],
	['windows-1254', 'Aşağı nehirde balık göçü. Işıl Güneş'],
	['windows-1258', 'Cá di cư ở hạ lưu sông. Phạm Thị Lệ'.replace(/\p{L}/gu, apart)],
	['windows-1252', 'Migração de peixes no curso inferior do rio. João Simões'],
	['windows-1252', 'Fiskgöng í neðri hluta árinnar. Þóra Æsa Guðjónsdóttir'],
	['windows-1252', 'Migration of fish – a naïve model. Søren Åkesson, Zoë Ibáñez, Jörg Weiß'],
	['windows-1252', 'Poissons du fleuve. Pierre Rivière'],
	['windows-1251', 'Миграция рыб. Smith'],
	['koi8-r', 'Миграция рыб. Smith'],
	['windows-1253', 'Η μετανάστευση των ψαριών. Smith'],
	['windows-1255', 'נדידת דגים. Smith'],
	['windows-1256', 'هجرة الأسماك. Smith'],
	['gb18030', '鱼类洄游研究. Smith'],
	// All of these are characters of Korean, too, and rarer ones.
	['gb18030', '大河冬季的飞鸟和鸡，河流和岛。海的鸟很多，冬季的河流大，飞鸟的路很快'],
	['big5', '魚類洄游研究. Smith'],
	// The second bytes of these are letters of ASCII.
	['big5', '三川上下的大小魚. Smith'],
	['euc-jp', '魚の回遊. Smith'],
	['euc-kr', '물고기의 이동. Smith']
];

const words = {
	German: 'über Flüsse Größe Maß schön Wärme für Höhe können während Straße süß Käfer und der die mit von',
	French: 'été forêt rivière où être français élève naïve août garçon très même après les des une pour dans',
	Spanish:
		'río niño año montaña también según están jabalí pingüino corazón más los las una por con del entre',
	Portuguese: 'rio não são água região ação mês três pássaro avô você até também uma com para dos entre',
	Swedish: 'älv sjö björn år fågel höst våren första även någon större träd är och som med för det',
	Danish: 'å sø bjørn år fugl høst våren første også nogen større træ er og som med for det',
	Finnish: 'vesi jää metsä pöllö syksyllä kevät järvi öinen tämä missä sekä että ovat on joka myös',
	English: 'naïve café résumé – “quoted” dam river otter beaver the of and with from süß during winter'
};

/** Sentences of a language's words. */
function generated(language: keyof typeof words, seed: number): string {
	const random = createRandom(seed);
	const all = words[language].split(' ');
	const sentence = () =>
		`${Array.from({ length: 6 + random.integer(9) }, () => all[random.integer(all.length)]).join(' ')}.`;
	return Array.from({ length: 6 + random.integer(20) }, sentence).join(' ');
}

describe('the encoding of a text', () => {
	it.each(texts)('is told: %s', async (encoding, text) => {
		const bytes = encoded(text, encoding);
		expect(bytes.length).toBeGreaterThanOrEqual(300);
		expect(await detected(bytes)).toEqual({ encoding, text });
	});

	it.each(short)('is told by a title in %s: %s', async (encoding, text) => {
		const record = `Title,Abstract\n"${text}","Fish swim to their rivers and back."\n`;
		expect(await detected(encoded(record, encoding))).toEqual({ encoding, text: record });
	});

	it.each(['windows-1250', 'iso-8859-2'])('is told by a few Polish names: %s', async (encoding) => {
		for (const names of ['Michał Gołąb', 'Paweł Wałęsa, Małgorzata Dąbrowska, Stanisław Wróbel']) {
			const text = `${names}. Otters of the northern rivers sleep on stones.`;
			expect(await detected(encoded(text, encoding))).toEqual({ encoding, text });
		}
	});

	it('is told by a short title in signs that stand side by side', async () => {
		const text = 'カワウソの巣';
		expect(await detected(encoded(text, 'shift_jis'))).toEqual({ encoding: 'shift_jis', text });
	});

	const languages = Object.keys(words) as (keyof typeof words)[];
	const files = languages.flatMap((language) => [1, 2, 3, 4, 5].map((seed) => ({ language, seed })));

	it.each(files)('is not taken for another: $language, $seed', async ({ language, seed }) => {
		const text = generated(language, seed);
		for (const encoding of ['utf-8', 'windows-1252'])
			expect(await detected(encoded(text, encoding))).toEqual({ encoding, text });
	});
});
