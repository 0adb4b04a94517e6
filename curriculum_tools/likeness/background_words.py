"""Common English words by how rare they are; bench/likeness/background.py writes this file.

The frequencies are those of wordfreq 3.1.1 by Robyn Speer, which are licensed under CC BY-SA 4.0;
so is this list.
"""

#: Canonical forms of words, those of a tenth of the whole weight first, and so on.
WORDS = (
    """
a and be for i in is it of on that the thi to was with you
""",
    """
1 about all an are as at but by can do from get had has hav he her his if just lik mak me mor my no
not or out person so their they tim up we wer what when who will your
""",
    """
1st 2 after also any back becaus been befor begin big call car com could day did down even find gam
giv go good got great help him how into its know last lif liv look lov man many may mean most much
need never new now off only other our over play real right said say see she should show som stat
still tak than them then ther thes thing think thos too try us very want way well wher which why
work world would writ year
""",
    """
2nd 3 4 5 abl act actual add again against aim allow already always am american another anyth area
around ask away bad bas becom believ best better between bit black body book both break bring busi
buy cam cas caus chang check child choos city class clear clos community company complet consider
continu control cost country cours court current cut d dat deal death design different direct doe
don dur each early end enough essential event ever every everyon everything experienc eye fac fact
fall fami far fast feel few fight final fir follow food forc form fre friend fuck full general girl
god government group grow guy hand happen hard head health high hit hold hom hop hour hous however
human idea includ increas inform interest issu job keep kid kill kind later law lead learn least
leav left less let level light lin list littl local long los lot market matter mayb meet member
might mind minut miss money month mov mr music must nam national near news next night non nothing
number offer offic oh old onc open oper order own part party pass pay per plac plan player pleas
point post power present president problem product program provid public put question rat read
reason receiv record reduc releas remember report result return room run s sam school season seem
seen send servic set shar shit sid sign sinc singl sit small social someon something star stay stop
story student study such support sur system t talk team tell term test thank though thought through
today together told top train turn typ under understand unit university until use video wait war
watch water week went whil whit whol win within without woman word yes yet young
""",
    """
0.5 10 3rd 6 7 8 abov absolut accept access accord account across activ activity addition additional
address adult advanc affect age agency agent ago agre ahead air al album almost alon along although
amaz america among amount angel animal announc annual answer anti anyon app appear apply approach
april arm army arriv art articl artist ass associ attack attempt attention august australia author
authority availabl averag avoid award b baby ball band bank bar basic battl beat beautiful bed
behind below benefit beyond bill block blood blu board born box boy brain brand british brother
brown burn c california camera campaign cannot capital card career carry catch celebr cell center
centr central century certain challeng chanc channel character charg chief china chines choic
christian church claim clean clon club co coach cod cold collect colleg color combin comment
commercial commiss committe common communic compar computer concern condition conferenc confirm
connect contact contain content contract contribut cool corpor correct council count county coupl
cover crazy credit crim cross cry cultur cup customer daily damag damn danc dark data daughter david
de dead december decid decision deep definit degre delet deliver demand department describ despit
detail determin development die differenc difficult director discuss diseas district doctor document
dog dollar door doubl dr draw dream dress drink driv drop drug due dy e earlier earn earth east easy
eat economic educ effect effectiv effort either elect els employe energy engineer england english
enjoy enter entir episod especial establish etc europ european evidenc exact exampl except exist
expect explain express extra extrem f fail fair fan fat father favorit fear featur february federal
feet felt femal field figur fil fill film fin financial finish firm fish fit fix floor fly focus
football foreign forget former forward found french front fun funct fund funny further futur g gain
gas gener georg german global goe gold gon gonna grant green ground growth guess gun h hair handl
happy hat hear heard heart heat hell hey hi hid higher hill himself history honest honor hospital
host hot hotel hug hurt husband ice identify imag imagin immedi impact improv inbound independent
india indian individual industry insid instead institut international internet interview introduc
investig involv island item itself j jam january jesus john join judg july jun justic key kick king
l la labor lack lady land languag lat laugh launch leader leagu leg legal letter lie limit link
listen loc lol london longer lord loss low m machin main maintain major mal manag management manager
map march mark marry master match material measur media medical memory mention messag method michael
middl mil military million min minister mix model modern mom moment morn mother movement movi murder
myself n nation natur natural network nic normal north notic november o obvious occur october
officer official often oil ok okay one onlin opinion opportunity opt organiz original outsid owner p
pag paid pain paint paper parent park particular partner past patient paul peac percent perfect
perform performanc perhap period personal phon photo pick pictur piec plant polic policy political
poor pop popul popular port position positiv possibl potential practic prepar press pressur pretty
prevent previous pric priv pro probab process produc professional project proper property protect
prov publish pull purchas purpos push quality quit r rac radio rang rather re reach react ready
realiz recent recogniz recommend red refer regard region regular rel relationship remain represent
request requir research resourc respect respons rest reveal review rid ris risk river road rock rol
roll round rul russian saf sal san sav saw scen scienc scor screen sea search seat secret sect
security self sell sens separ september series serious serv several sex shall ship shoot shop short
shot similar simp simpl sir sister situ siz skill sleep slow society solut sometim son song soon
sorry sort sound sourc south spac speak special specific speed spend spent sport spot spring st
staff stag stand standard statement station step stock stor straight street strong structur stuff
styl subject success successful suffer suggest summer sun super supp suppos surpriz tabl target tax
teach teacher technology text themselv throughout throw titl tomorrow tonight total touch tour
toward town track trad transport travel tre treat treatment trial trip tru trust truth tv u uk union
unless upd upon user usual v valu various vehicl version via view visit voic vot w walk wall wanna
washington wear websit weekend weight welcom west western whatever whether whos wid wif william wish
wonder worker worry worth wrong x y yeah york yourself
""",
    """
0 100 1000 2x 4th 5th 9 abandon abus academic academy accident accur accus achiev achievement acid
acknowledg acquir actor ad adam adapt administr admit adopt advantag adventur advertiz advic affair
afford afraid africa african afternoon ag agreed agreement ah aid aircraft airport alcohol alex aliv
alleg ally alternativ amazon analysis ancient andrew angry anim ann anniversary annoy anybody anymor
anyway anywher apart apartment apparent appeal appearanc appl appoint appointment appreci appropri
approv approxim argu argument arrang arrangement arrest asia asian asid aspect assemb assessment
asset assist assistanc assistant assum athlet attach attend attitud attorney attract attractiv
audienc australian automatic awar awesom background bag balanc ban baseball basis basketball bat
bath bathroom battery bay bbc beach bear beauty bedroom beer behavior belief bell belong ben besid
bet bibl bid bigger biggest bik billion bind bird birth birthday bitch blam bless blog blow boat bob
bomb bon bond bonus boot bor border boss boston bother bottl bottom bought bowl boyfriend branch
brazil breakfast breath bridg brief bright brilliant britain bro broad broadcast budget bunch bus
bush busy button ca cabl cak calcul calm camp campus canada canadian cancer candid cap capabl
capacity captain captur carbon careful cash cast cat category catholic cent certific chain chair
chairman chamber champion championship chapter charity charl chart chas chat cheap cheat chees
chemical chicago chicken chip chris christ christma circl circuit circumstanc cit citizen civil
clark classic click client clim climb clinton closer cloth cloud coast coat coffe coin combat
comfortabl comic command commander commit comparison compet competition competitiv complain
complaint complex complic component concentr concept concert conclud conclusion conduct confidenc
conflict confus congress consequenc conservativ consist consistent constant constitut consult
consumer contest context controll convention convers convert convict convinc cook cooper cop cor
corner corp corrupt counter cousin coverag crack crash cream creativ crew criminal crisis critic
criticism crowd crown cultural customiz cycl da dad danger dangerous daniel dc dear deb debt debut
decad declar declin dedic defeat defend defens defin definition delay delivery democrat democratic
demonstr deny depend depress depth deputy descript deserv designer desir desper destroy detect devic
diamond dick diet difficulty digital dinner dirty disabl disappear disappoint discover discovery
disorder distanc distinct distribut divid division divorc domestic dont doubt download draft drag
dragon drama dramatic drawn driven driver drunk dry dud dumb duty ear easi easier eastern economy ed
edg edit edition editor educational edward egg el electric electronic element elimin em email emerg
emergency emotion emotional empir employ employer employment empty enabl encounter encourag enemy
engag engin ensur enterpriz entertainment entry environment environmental equal equipment era error
escap est estim et eu evalu eventual everybody everywher evil ex examin excellent exchang excit
exclusiv excus execut executiv exerciz existenc expand expansion expens expensiv experiment expert
explor expos extend extension extensiv facebook facility factor factory failur faith fak fals
familiar famous fantastic fantasy farm farmer fashion faster fault favor favourit fed fee feed
fellow festival fighter filter financ finger flag flash flat flight flood florida flow flower folk
foot forest forever forgot formal format fortun founder fox fram franc francisco frank freedom
frequent fresh friday fruit fuel fully gallery gang gap garden gat gather gay gear gen gender genuin
germany ghost giant gift girlfriend glad glass golden golf googl gotta governor grab grac grad gradu
grand greater greatest greek guarante guard guest guid guilty guitar ha habit haha hall hang happi
harder harry heal healthy heaven heavi heavy height hello henry hero herself highest highlight
highway hip hir historic historical hol holiday holy hong hook hopeful hors household http hundr
hunt id ideal identity idiot ignor ill illegal illustr im immigrant impossibl impress improvement
inc inch incident incredibl indeed independenc index indic industrial infect influenc initial injury
inspir install instanc instant instruct instrument insuranc integr intelligenc intend intention
interact interior internal interpret invest investment invit iran ireland irish iron israel italian
italy jack jackson jail jan japan japanes jean jersey jew jewish jim joe johnson joint jok jon
journal journalist journey joy jr jump k kevin killer kim kinda kingdom kiss kit kitchen kne knock
knowledg korea label laid lak lan larger largest latest latter lawyer lay layer leadership leak lee
legend legisl length lesson liberal library licens lift lip literal literatur ll load loan lock log
loud louis luck lucky lunch ly ma mad magazin magic mail maintenanc majority manchester manner
manufactur manufacturer mar marin marriag martin mary mass massiv mat math matt max maximum mayor
meal meat medal medicin medium mental mer mess metal mexico michigan mid mik milk mill minimum
ministry minor minority mirror mistak mm mobil mod monday monitor monster moon moral motion motiv
motor mount mountain mouth movy mrs ms multi multipl muscl museum muslim mystery nativ navy nearby
necessary neck negativ negoti neighbor neighborhood neither net newspaper nfl nick nobody nois nomin
nor northern nos novel nuclear numerous nurs obama object observ obtain occasion occasional occupy
ocean odd ohio older olympic onto operator oppos opposit opposition orang origin otherwiz ourselv
outcom overall pac pacific pack packag pair pakistan panel paris parliament particip partnership
passenger path pattern payment pc peak penalty permanent permit personality personnel perspectiv pet
peter phas photograph physic physical pilot pin piss pitch plain planet plastic plat platform
pleasur plenty plot plus pm pocket politic politician poll pool pos possess possib possibility pound
powerful prais pray prayer pre predict pregnant premier presenc preserv pretend prim primary princ
princess principl print prior priority prison prisoner priz procedur proceed producer professor
profil profit programm progress promis promiz promot proof propos proposal protein protest proud
provinc pump punch pur pursu q qualify quarter queen quiet quot railway rain random rank rap rar raw
ray reader reality reasonabl recall recover recovery referenc reflect reform refus regional register
regul reject relativ relax relevant relief religion religious rely remind rent repair repeat replac
reply representativ republic republican requirement rescu reserv resident resistanc resolut
respectiv respond responsibility responsibl restaurant restor restrict retail retain retir
retirement revenu revolut reward ric rich richard ring rip robert roger rom roman roof root rough
rout row royal ruin rural rush russia ryan sad safety saint salt sampl sand sat satisfy saturday
scal scar schedul schem scientific scientist scotland scott scottish scream seal second secondary
secretary sector secur seed seek sen senator senior sentenc server sess settl settlement sever
sexual shadow shak sham shap sharp sheet shift shirt sho shock shoulder shower shut sick sight
signal silver simon sin sing singer skin sky slav slid slight slip smaller smart smell smil smith
smok snow soft softwar sol solar sold soldier solid solo solv somebody somehow somewhat somewher
soul southern soviet spain spanish speaker species speech spell spin spirit split spok sponsor
spread squad squar stabl stadium statistic status steal steel stephen stev stick ston stood storag
storm strang strategy stream strength stress stretch strik string strip stronger struggl stuck
studio stupid sub submit subsequent succeed suck sudden sugar suggestion suicid suit sum sunday
supporter suprem surfac surgery surround survey surviv suspect swear sweet swim switch sydney
symptom tag talent tank tap task tast taylor tea tear tech technical techniqu teen teeth television
temperatur templ tend terribl territory terrorist texa theatr theory therefor thick thoma thousand
thread threat threaten thursday thus ticket tie tiger tight till tiny tip tir tom ton tony tool
topic tough tournament tower toy tradition traditional traffic trail transfer transl trap trend
trick troop troubl truck truly trump tub tuesday tun turkey tweet twenty twin twitter ty typic
typical ultim un unabl understood unfortun uniqu univers universal unknown unlik unusual upgrad
upper upset urban usa useful valley van variety vary vast ve vessel veteran vic victim victory
villag viol violenc virginia virtual vision visitor visual volum volunteer voter vs wag wak wal warm
warn warrior wash wast wav weak weapon weather web wed wednesday weird wet wheel whenever whom wild
wilson wind window windows wing winner winter wir wis wit wonderful wood worldwid wors worst wound
wow wrap writer ya yard yellow yesterday younger youth youtub zon
""",
    """
12 aaron abc aboard abort abroad absenc absorb abstract ac acceler accent acceptabl acceptanc
accessibl accessory accidental accommod accompany accomplish accordanc accountabl accuracy ace
acquisition acr activist actress addict adequ adjacent adjust adjustment administer administrativ
administrator admir admiss ads advertisement advis adviser advisor advisory advoc aesthetic affili
affordabl afghanistan afterward agenda aggressiv agricultur agricultural ai airlin aka alabama alan
alarm alaska albert alert alexander algorithm ali alic alien alik allen allianc alloc alongsid alpha
alright alter altern amateur ambassador ambition amendment amongst amy analyst analyz anderson
android andy anger angl ankl anna announcement anonymous ant anthony anticip antonio anxiety anxious
anytim ap apologiz apology applicabl applicant approval arab arabia arc architect architectur archiv
arena argentina aris arizona armor array arrival arrow arsenal arthur artificial artistic artwork
ash ashley asleep assault assembl assert assess asshol assign assignment assumpt assur ate athletic
atlanta atlantic atmospher attendanc attribut auct audio aug aunt austin authoriz auto autom autumn
avenu avi aw await awak awful awkward ba bab backup backward bacon bacterium badg badly bak baker
balloon ballot baltimor banana bang banker bankruptcy banner barbara barcelona bargain barn barrel
barrier barry basement basin bass bastard batman bc beam bean beast beaten bee beef beg behalf behav
beij belgium belly belov belt bench bend beneath beneficial benjamin berlin berry beta bia billy bin
biological biology birmingham bishop bitcoin bitter blad blak blank blanket blast bleed blend blew
blind blogger blond bloody blown bobby boil bold bolt bomber boom boost booth borrow bounc boundary
bow brad brak brav brazilian breach bread breakdown breast breed brian brick brid broadway broker
bronz brook brooklyn bruc brush brutal bubbl buck bucket bud buddy buffalo bug builder bulk bull
bullet bullshit bully bump burden bureau burger burst bury bust butler butt butter butterf buyer
buzz bye cabin cabinet caf cag calendar cambridg cameron campbell canal cancel cancell candl candy
canon cant cardinal cargo caribbean carl carlo carolina carpet carrier carter cartoon casino castl
casual casualty catherin cattl cav cbs cc cd ceas ceil celebrity celtic census ceo ceremony certify
champ chancellor chao characteristic characteriz charli charlott charm charter cheaper cheek cheer
chef chelsea chemistry cherry chest chick chil childhood chill chocol chok chop christianity
christopher chronic chuck cia cigarett cinema circul citizenship civilian civiliz clash classical
classific classify classroom clay cleveland clever cliff clinic clinical clip clock closest closet
closur clu cluster cm cnn coal coalition coastal cock cognitiv cok col colin collabor collaps
colleagu collectiv collector collin colonel colonial colony colorado columbia column comedy comfort
commentary commerc commissioner commitment commodity commonwealth communist comp companion comparabl
compass compell compens competitor compil complianc compliment compos composition compound
comprehensiv compriz compromiz con concret condemn confess confident configur confront confusion
congratul congressional connecticut conscious consecutiv consensus consent conserv considerabl
consol conspiracy constitutional consultant consum consumpt container contemporary continent
continuous contractor contrary contrast controller controversial controversy convenient conventional
conversion cooky coordin copper copyright corn correspond costa costum cotton couch counsel courag
courtesy cow cowboy craft craig crap creator creatur creek cricket criterion criticiz crop cruel
cruis crush crystal ct cub cuba cult cur curious currency curriculum curs curv custody daddy dairy
dakota dalla dam dan dancer danny dar darl databas dav davis dawn deadlin dealer dealt dean dec
decent deck decor deem deeper deer default defenc defendant defender defensiv deficit del deleg
delhi deliber delicious delight delta dem democracy demographic demon dennis density dental denver
depart departur dependent depict deploy deposit der derby deriv des descend desert desk destin
destiny destruct detectiv detroit devast developer devil devot di diabet diagnosis dialogu diameter
diary didnt diego differ dig dimension din dip diplomatic dirt disagre disaster disc discharg
disciplin disclos discount discrimin disgust dish dismiss disney disput distant distinguish distract
distress disturb div divers diversity divin dj dna dock documentary doll dolphin dom domain domin
dominant donald donor doom dos dot dougla downtown dozen drain drew drill dron drov drown drum du
dual dubai dublin duck duk dump duo dust dutch dvd dynamic eagl earl earliest earthquak eas easter
eaten echo economist eddi edinburgh editorial efficiency efficient egypt egyptian eh eighth elder
electoral electrical electricity elementary elephant elev eleven eligibl elit elizabeth elsewher
embarrass embassy embrac emily emiss emma emperor emphasis en endless endur enforc enforcement
engagement enormous entertain entitl entity entranc entrepreneur ep epic equ equality equip equity
equivalent er erect eric essay establishment eternal ethic ethnic euro evacu evan eve everyday
evident evolut evolv exam exceed exceptional excess excessiv excitement exclud exhaust exhibit
exhibition exit experimental expir explan explicit explod exploit explosion explosiv export exposur
extent external extract extraordinary fa fabric fabulous facial faculty fad fairy faithful fam fancy
fascin fastest fatal fbi feb feder feedback feminist fenc fetch fever fewer fi fiber fict fifa
fifteen fifty fig finest firearm fiscal fl flam flavor flaw fleet flesh flew flexibl flip float
fluid fold follower fool footag ford forecast forgiv forgotten formula fort forth forty forum fossil
foster fr framework franchiz francis franklin fraud freak fred freez frequency friendship frozen
frustr fry ft fuckin fulfill functional fundamental funeral furnitur furthermor ga galaxy gambl
garag garbag gary gem generator generic generous genetic genius genr gent gentl gentleman gentlemen
georgia gig glasgow glob glorious glory glov glow gm goat goodby gop gordon gorgeous gospel gotten
govern governanc gradual graham grain gram grammar grandfather grandma grandmother graph graphic
grass grateful grav gravity gray greec greet greg grey grid grief grill grind grip grocery gross
guaranteed guardian guidanc guidelin guilt gulf gut gym hack halloween ham hamilton hammer han
handful handsom harbor hardest hardwar harm harmony harris harrison harsh harvard harvest harvey
haunt haven hawaii hawk hay hazard hd headach headlin headquarter healthcar heel helen helicopter
helmet helpful henc heritag hik hilarious hillary hint historian hitler hiv hmm ho hobby hockey
holder holland hollywood homeless homework honey hood hormon horn horribl horror hostag houston
howard hp hr https hub hugh huh humanity humbl humor hung hunger hungry hunter hurrican hurry hybrid
hyp ian icon iconic identical identific idk il illinois immigr immun imperial implic imply import
impos impressiv incentiv incorpor incorrect increasing incredib indiana indicator indigenous
indirect indonesia indoor induc inevitabl infant infinit infl influential infrastructur ingredient
initi initiativ inject injur inn inner innocent innov innovativ input inquiry insan insect insert
insight insist inspect inspector instagram instructor insult integrity intellectual intelligent
intens intensity intent inter interfac intervention introduct invad invasion invent invention
inventory investigator investor invisibl involvement ion ios iowa ipad iphon iranian iraq isi islam
islamic isol israeli jacket jacob jak jami jar jason jaw jay jazz jealous jeff jennifer jeremy jerry
jerusalem jess jessica jet jewelry jimmy johnny jonathan jordan jos joseph josh journalism juan
judgment judicial juic juli julia jungl junior jurisdict jury justify justin kansa karen kat keen
keith kelly ken kennedy kent kentucky kenya keyboard kg khan kidnap km knif knight kong korean kyl
lab laboratory lad lamp landscap lap laptop larry las laser latin laughter laura lawrenc lawsuit
layout lazy le leaf lean leas leather lectur legacy legendary legislativ legislatur legitim lemon
len lend leo leon les lesbian lesser lewis li liabl liberty lieutenant lifestyl lifetim lighter
lightn lincoln linear lion liquid lisa lit literary liver liverpool lmao lobby lodg logic logical
logo lon longest loop loos loser louisiana lover lowest loyal loyalty lt ltd luca luk lung luxury
lyric mac madison madrid magical magnetic mainstream maker makeup malaysia mall mama mand mandatory
manhattan manipul manual manuscript marathon marcus margaret margin mari maria marijuana mario
marker marshall marvel maryland mask mason massachusett mathematic matthew matur md meaningful
meanwhil measurement mechanic mechanical mechanism medic melbourn melt mem membership memorial menu
merchant mercy merit meter metr metro metropolitan mexican mg mi miami michell micro microsoft
midnight mighty migr migrant mild miller miner mineral mini minimal minnesota miracl missil
mississippi missouri mitchell mixtur mo moder modific modify modul molecul molecular monetary monk
monkey monument mood moor moreover morgan morris mortgag moscow mous mp mps mt mud mum municipal
murphy murray musical musician mut mutual mysterious myth na nah nail nak nancy narrativ narrow nasa
nasty nat nathan naval navig nazi nba nearest necessari needl neglect neil nelson nerv nervous
netflix netherland neutral nevertheless newly nigeria nightmar nintendo nobl nod nomine nonsens noon
nop norm norman northwest norway notific notify notion nov nowaday nowher nut nutrition ny oak oblig
observer obsess obstacl occup oct offenc offend offens offensiv oklahoma oldest oliv oliver ongo
onion ontario op opera operational opponent oral ordinary ore oregon organ organic orient orlean os
oscar ought outdoor outer outfit outlet outlin output outstand outta overcom overlook overnight
oversea overview overwhelm ow owe owen ownership oxford oxygen pa pad painful painter pal palac
palestinian palm pan panic pant par parad paradiz paragraph parallel parameter parish parker
parliamentary partial participant particl passag passion passport password pastor pat patch patent
pathetic patienc patrick patriot patrol peaceful pearl peer pen pennsylvania pension peopl pepper
perceiv percentag percept performer permiss perry persuad petition phenomenon phil philadelphia
philip philippin phillip philosophy phoenix photographer photography phras physician piano pic pie
pierc pig pil pill pillow pink pioneer pip pir pit pittsburgh pizza playoff plea plead pleasant
pledg plug podcast poem poet poetry poison pol poland polish pollut popularity porn portfolio
portland portrait portugal poster pot potato potter pour poverty powder pp pr practical precious
precis preciz preferenc pregnancy preliminary premium premiz presidency presidential prevention prid
priest primari principal printer privacy privileg prob probabl productiv productivity prof profess
profitabl profound progressiv prohibit prominent promotion prompt pronounc propaganda prophet
proport prosecut prosecutor prospect prostitut protectiv protocol proven provider provincial
provision psychological psychology pub publisher punish punishment punk pupil puppy purpl pursuit
pussy putin puzzl qualific quantity queensland quest rabbit rachel racial racism racist radar radi
radical rag raid rail railroad rally ralph ram ranger rapper ratio rational rd readi realis
realistic rear rebel rebuild receipt receiver recept recip recipient recognition recr recruit reduct
ref refuge regardless regim registr regret regulatory reign reliabl reliev remark remarkabl remedy
reminder remot removal render renew rental rep repeated replacement reported reporter reput
researcher resembl resid residenc residential resign resist resolv resort resum retailer retreat rev
revel reveng revers revis revolutionary richmond rick rider ridg ridiculous rifl rio riot ritual
rival roast rob robin robinson robot rocket rocky rod romanc romantic ron rooki rop ross roster rot
routin roy rs rub rubber rud rugby ruler rumor runner russell sa sack sacr sacrific sadly safer sail
sak salad salary samsung samuel sanct sandwich sandy sang santa sarah satellit satisfact sauc saudi
sc scan scandal scary scenario scholar scholarship scop scout scratch screw script sculptur se sean
seattl sec seeming segment seiz selfish seller semi sensitiv sensor sentiment sept sequenc sergeant
serial servant seventh sexy shad shareholder shark shav shaw shed sheep shell shelter sheriff shield
shin shooter shor shorter shout shy si sibl signatur silenc silent silk silly sim simpson simul
simultaneous sincer singapor sink sixth skat sketch ski skip skirt skull slam slap slavery sleev
slept slic slop slot smartphon smash smooth snack snak snap soap soccer socialist sock soil sony
sooner sought soup southeast southwest span spar spark specialist specializ specify spectrum spic
spider spik spiritual spit spoil spoken spous spray spur spy squeez sri ss stab stack stair stak
stamp stanley starter starv statistical statu steady steam steer stem sterl steven stewart stimul
stir stol stolen stomach strain stranger strategic strengthen strict strok strongest struck
structural stuart stun su submiss subscrib subscriber subsidiary substanc substantial substitut
subtl suburb sue sufficient suitabl summary summit sunshin superior supervisor supplement supplier
suppress surf surgeon surprising surrender surveillanc survival survivor susan suspend suspension
suspicious sustain sustainabl sweat sweden swedish sweep swift swing swiss switzerland sword symbol
syndrom syria syrian tab tablet tackl tactic tail tal tall tattoo taxi taxpayer tbh teamm technic
ted teenag teenager telephon temporary tempt tenant tendency tender tennesse tennis tension tent
termin terminal terrify terror terrorism terry testify testimony th thai thailand thankful theater
theft therapy thin thirty tho thompson thorough thou thrill throat thron thumb thunder thy tier til
timelin tissu titan tobacco todd toe toilet tokyo toll tomato tommy tongu tooth torn toronto tortur
tory toss touchdown tourism tourist towel toxic trac trader tragedy tragic trailer trainer trait
tran transact transit transition transmiss transmit trash trauma travell treasur treasury treaty
trib tribut trigger tripl trophy tropical tumor tunnel turkish turner turtl twelv twist tyler ugh
ugly uh ukrain ukrainian ultra um unbelievabl uncl uncomfortabl underground underneath unemployment
unexpect unfair uniform unity unlimit unlock unnecessary upcom upload ups urg urgent usag useless
utah utility utiliz utter va vac vaccin vacuum valid valuabl valv vampir vancouver vari variabl vega
vegetabl vendor ventur venu verify vers versus vertical vi vib victor victoria victorian vietnam
viewer villa villain vincent vintag violent viral virgin virus visa visibl vitamin vocal vol von
vulnerabl wa walker wallet walter ward warehous warner warrant warren watson wayn wealth wealthy
weed weigh welfar welsh whal wherea wherever whilst whip whoever wi wider widespread widow wildlif
wip wireless wisconsin wisdom witch wiv wizard wok wolf wont wooden wor workout workshop worm worn
worship worthy wreck wrestl wright wtf xbox xi yanke ye yea yell yep yield yo yoga z zealand zoo
""",
    """
aa aaa ab abbey abbott abdul aberdeen abnormal aboriginal abraham abs absent absorpt absurd abu
abundanc abundant abusiv acc acclaim accomplishment according accountant accredit accumul accustom
acn acoustic activism acut ada adelaid admin admiral adolescent ador adorabl adrian advancement
advent advers advocacy aerial aerospac af afc afghan afl aftermath aggreg aggress agr ahh ahm ahmad
airborn airplan airway aisl ak akin ala albany albeit alberta alcoholic ale alec alexandria alexis
alfr algebra alicia align alignment alison allah allan alleged allegianc allergic allergy alley
allison allowanc almighty alot alphabet alt altar altitud altogether aluminium aluminum alumni
amanda amazing amber ambitious ambulanc amen amend amid amino ammunition amnesty amp ampl amsterdam
amus amusement ana anal analog analogy analytic analytical anatomy ancestor anchor andr andrea
angela anglo angus anita annex anni antenna anthem anthropology antibiotic antiqu apex api apocalyps
apollo apparatus apparel appetit applaus applianc apprentic apr apt ar arabic arbitr arbitrary arcad
arch archaeological archbishop archer architectural arctic arguab ark arkansa arlington armstrong
arnold aros arrogant artery artifact artillery asap asham ashton aspir assad assassin assuranc
asthma aston astonish astronomy asylum athen atla atm atmospheric atom atomic atop attachment
attacker attain attic au auburn auckland audi audit audition aurora austria austrian authentic
autism autobiography automobil automotiv autonomous autonomy auxiliary av avatar ave avenger awaken
awe awhil aww axe axis aye az bachelor backlash backpack backyard bacterial badass baggag baghdad
bail bailey bait bakery balcony bald baldwin bali ballet bam bamboo bangalor bangkok bangladesh
bankrupt baptist barack barber bark baron barrack barrett bart baselin bash basil basket batch baton
battalion battlefield bayern bb bbq beacon bead beard beatl beck becky beginner behavioral behold
belfast belgian believer bella benedict bengal bennett bent berkeley bernard berni beth betray
betrayal betty bever beverag bewar bf bi bias biblical bibliography bicycl biden bieber bikini
bilateral billboard billionair binary bing bingo bio biography bisexual bizarr blackberry blah blair
blaz blink bliss blockchain bloom bluetooth blunt bmw bo boast bodi boe boiler bolton bombay bonni
boo boob booz boris borough bot boulder boulevard bound bounty bout boxer boycott boyd bp br bra
brac bracelet bracket bradford bradley brady brandon brass bravo breakthrough breakup bred breez
brendan brennan brent brett brew brewer brewery brexit brigad brighter brighton brisban bristol brit
broadband broadcaster broader brock bronco bronx brotherhood brows browser bruno brussel bryan
bryant bs bt btw buddha buddhism buddhist buffer bulb bulgaria bulgarian bulldog bulletin bum bumper
bundl bunker bunny burial burk burnt burton businessman butcher bypass byron cab cach caesar caffein
cairo cal calcium calf calgary caliber calif calory calvin cambodia camel canberra cannabis cannon
canterbury canva canyon capita capitalism capitalist capitol capsul capt captiv cardboard cardiac
cardiff cardiovascular carey carlton carmen carnival carol carolin carpenter carr carri carriag
carroll carrot carson cart carv casey castro catalog catalogu catalyst cater cathedral caut cautious
cavalry cb cbd cds ce cedar cellphon cellular cement cemetery censorship ceramic cereal certainty cf
ch cha chad chalk challenger champagn chan chandler chant chaotic chapel chapman charger charitabl
charleston cheapest checkout chen chess chester chew chi chic childish chili chin chlo choir
cholesterol chord chorus christi christin christina chrom chronicl chunk churchill cincinnati
cinnamon circular circus civic cl clair clan clar clara clarenc clarify clarity classm classy claud
claus claw clayton cleaner clearanc clearer clergy clerk clifford clown clutch clyd coaster coca
cocain cocktail cocoa coconut cody coffin cohen coherent coil coincidenc cola coleman collaborativ
collar collateral collision colombia colorful colt columbus coma combo comeback comedian comet
comfortab comfy commenc commentator communal communism compact comparativ compartment compatibl
competent complement complexity composer composit comprehend compress compulsory comrad conceal
conced conceiv concess condo condom conductor confeder confidential confin congestion congo congrat
congreg congressman conjunct connor conquer conquest conrad conscienc consequent considerab
consistency consolid consortium constabl constituency constituent constraint constructiv consul
contamin contempt contention contestant continental contingent continual continuity contributor
convenienc convey convoy cooki cooler cooperativ coordinator copenhagen coral cord corey cork
cornell cornwall corporal corps corpus correl correspondenc correspondent corridor cos cosmetic
cosmic cottag cough councillor counselor countdown counterpart countless countrysid coup coupon
courier courtney courtyard cov covenant covid coward cox cozy cp cpu cr crab cran crawford crawl
creativity credential credibility credibl creditor creed creep creepy crest crisp criticis critiqu
croatia crook crossover crow crud cruelty crunch crust cruz cs cuban cubic cue cuisin cultiv cum
cunt curb curiosity curl curry curtain curtis cutter cuz cyber cyclist cylinder cynthia cyprus cyrus
czech daisy dal dammit damon dana dang danish darker darren darwin das dash davidson davy dawson
daylight daytim dd deaf debbi debris decay deceas decept decisiv decorativ decre dee deed deepest
def defect deficiency definitiv delawar delic delightful dell delux dementia demis demo den denial
denis denmark dens dent dentist dependenc deployment deport depot depriv dept derek derivativ
descendant descent desirabl desktop despair dessert destructiv detach detain detector detention
deutsch dev developmental devon devotion diagnos diagnostic diagram dial dian diana dic dictator
dictatorship dictionary diesel dietary differential digest digit dignity dilemma dim dimensional
diminish ding dinosaur dioxid diploma diplomacy diplomat dir directiv directory dis disadvantag
disagreement disappearanc disappointment disastrous discipl disciplinary disclosur disco discomfort
discontinu discourag discours discretion disgrac disguiz disk dislik dismissal dispatch displac
displacement dispos disposal disregard disrespect disrespectful disrupt dissert dissolv distinctiv
distort distributor ditch diver dividend dixon diy dl dm doctrin dodg dodger doesnt doin dominanc
dominican dominion dong donna dop dorothy doug dough dov dow downhill downstair downward doyl
drainag drak drank drastic drawer dread dreadful drift driveway drought drummer drunken ds dub
duchess duel dug dull dummy duncan dunn dunno durabl durham dusty dwarf dwell dwight dye dylan
dynasty ea eager earnest easiest ebay ebook ec eclips eco ecological ecology ecosystem ecuador eden
edgar edibl edmonton edmund eds educator edwin efficacy ego eighteen eighty einstein elabor elbow
eldest eleanor elector electron elegant elena elevator elf eli eligibility ella ellen elliot elliott
ellis elvis embarrassment embed emergenc emerson emir emmy empathy emphasiz empower enact enclos
encouragement endanger endors endorsement enduranc energetic eng enhancement enjoyabl enjoyment
enlightenment enlist enroll enrollment ensembl enthusiasm enthusiastic entirety envelop envy enzym
epa epidemic eras erik erin ernest erosion erotic es escort espn essenc essex esteem eternity ethan
ethical ethiopia ethnicity eugen ev eva everton everytim evolutionary exagger excel excellenc
exclusion exempt exercis exil exodus exotic exp expedition expell expenditur expertiz explorer expo
exterior extinct ey eyebrow facilit faint falcon fallout farewell farther fascist fashionabl fatigu
fatty favorabl fax fb fc fcc fda fe feasibl feast feat feather felix fellowship felony feminin
feminism ferguson fernando ferrari ferry fertility fest ff fiat fibr fictional fierc filipino
filmmaker filthy finit finland finn finnish fiona firefighter firework first fisher fishermen
fishery fist fitzgerald fixtur flagship flank flar fle fled fletcher flex flexibility flick flint
flirt flock flora floral florenc flour flown floyd flu flush flyer flynn fm fo foam focal fog foil
folder fond font foolish footballer footstep forb forbid forbidden forehead foreigner foremost
forensic forestry forex forg forgiven fork formidabl forthcom fortress foul fountain fourteen fowler
fract fractur fragil fragment franco franki fraser freddi frederick freed freelanc freeman freestyl
freezer freight freshman frict fridg frighten fring frog frontier frost fu fucker fuller
functionality fundrais funk funky fur furious furnish fury fusion fuzzy gabriel gag gal gala gallon
gameplay gamer gamma gandhi garcia gardner garlic garment garrett garrison gasolin gateway gaug
gavin gaz gaza gb gdp ge gee gel genesis geneva genocid genom genus geoffrey geographic geographical
geography geological geology geometry gerald gerard gestur gettin gf ghana ghetto gi gibb gibson gif
gigantic gil gilbert gill gin ginger glanc glen glenn glimps gloria glu glucos gmt goalkeeper
goddamn goddess goin goodnight goodwill goos gor gosh gossip gothic gov governmental govt gown gp
gps graffiti grammy grandchildren grandpa grandparent grandson granit grap grasp gratitud gravel
greas greed greedy greenhous gregory grenad griffin grim groom groov grov gt guild guinea guitarist
gum guru gus habitat hacker hagu hahaha hail haircut hairy haiti hal halftim halfway hallway halo
halt hama hamlet hammond hampshir hampton handbook handmad handy hank hannah happier har harassment
hardcor harden hardy harley harmful harmless harold harper harriet hart hartford hash hashtag hassan
hast hatch hatr haul hawaiian hawkin hazardous hbo hc header headphon healthier heartbeat heath
heather heavier hebrew heck hedg heh heir helena helm helpless hemispher henderson herald herb
herbert herd herein herman heroic heroin hes hesit hierarchy higgin highland hilton hindi hindu
hispanic hm hoffman hogan holden hollow holly holm holocaust holt homeland homemad homer hometown
homicid homosexual homosexuality hon honda honesty honeymoon honorabl honorary honourabl hooker
hopeless hopkin horizon horizontal horny horrific hos hospitality hostil hottest hq hrs hs html
hudson hugo hulk hull humanitarian humidity hungarian hungary hustl hut hyd hydraulic hydro hydrogen
hygien hyper hypocrisy hypothesis ia ibm icc iceland idaho ideological ideology idl idol ie ig
ignition ignoranc ignorant illusion imagery imaginary immatur immens imminent immortal immunity imo
impair imperativ imprison imprisonment impuls inabl inaccur inactiv inadequ inappropri inaugural
incapabl incept incidenc inclin inclusion inclusiv incompetent incomplet inconsistent inconvenienc
incumbent indefinit indi indianapoliz indictment indonesian induct indy ineffectiv inequality
inevitab infamous infantry infectious inferior infinity inflamm inflammatory informal infrar ing
inhabitant inherent inherit inheritanc injustic ink inland inm innocenc ins insanity insecur insider
inspirational instabl instinct institutional instrumental insufficient insul insulin insur int
intact intak integral intel intensiv intentional interactiv intercept interfer interferenc interim
intermedi intern interrupt intersect interst interval interven intim intimacy intrigu intro invalid
invasiv investigativ ip ipod iq ir ira iraqi iren iris ironic irony irregular irrelevant
irresponsibl irrig irrit irs irv isaac ish isl isnt iso istanbul itun ivan ive ivory ivy ja jacki
jacqu jad jakarta jamaica janet java javascript je jealousy jeep jefferson jeffrey jelly jen jenkin
jenny jerk jerom jessi jewel jewellery ji jill jin jj jo joan joel joey johannesburg johnston joker
jona jong joshua joyc jp judgement judiciary judith judy juicy jul julian julius jumper junct jung
junk jupiter justific juvenil ka kai kan kany kardashian karl karma kashmir katherin kathy kati katy
kay keeper kenneth kenny kerr kerry ki kidney kilometer kilometr kin kindergarten kindl kingston
kirby kirk kitten kitty klein knick knit kniv knot knox ko kob koch kri kumar kurt kuwait ky lac
ladder laden lag lago laker lam lamb lambert lana lanc lancaster landlord landmark lang lanka
lateral latino laundry laurel lauren lauri lava lawn lb lbs leap learnt lebanes lebanon lebron
lecturer leed leftist legion legislator legit legitimacy lego leicester leigh leisur lender lengthy
lens lent leonard leonardo lesli lester lethal lever leverag levy lg lgbt liam liar lib liber libya
licenc lick lid lifelong lightweight likelihood likewiz lil lily lim limb limeston linda lindsay
liner lineup linguistic linkedin linux lionel lipstick liquor lisbon listener literacy litig litter
liu livestock liz lizard llc lloyd ln lo lobster locality locker logan logistic loneli longtim
lookin lopez lottery lou louder louisvill loung lp ls lu lucki lucy luggag lui lump lunar lur lust
luther lynch lynn lyon macdonald machinery mack macro madam madonna mae mafia mag maggi magistr
magnet magnificent magnitud maid maiden mainland majesty malaria malaysian malcolm malicious mammal
manga manifest manifesto manila mankind manly mann manor mansion manuel mapl marbl marc marco
marginal marilyn marina marion maritim marketplac marsh marshal mart martha martial martinez marty
marvin marx masculin massacr massag masterpiec maternal maternity mathematical matrix mattress
maturity mauric maximiz maxwell maya mayo maz mb mc mccain mccarthy mcdonald meadow meaningless
meantim med medi median medicaid medicar medieval medit mediterranean mega megan mel melissa melody
membran memo memoir memorabl memphis mentality mentor merced merchandiz mercury meredith merg merger
merry mesh messenger messi messy met meta metabolism metallic metaphor methodist methodology metric
meyer mia mic michel mick mickey microphon microwav midfielder midland midst midway midwest miguel
milan mileag mileston militant militia millennium millionair milton milwauke mindset minecraft
miniatur minimiz minneapoliz mint minus miranda misconduct miserabl misery mislead missionary mist
mistaken mistress misunderstand mit mitch ml mlb mls mn mob mobility mock modell modest modi moham
moist moistur mol mold molly momentum mommy mon monaco monarch monarchy monastery monica monopo
monro mont montana montgomery montreal moody morality mormon morocco moron morrison mortal mortality
mortar morton mos mosqu moss motorcycl motto mourinho mourn mph mtv mu mug muhammad multiplayer
mumbai munich municipality murderer muscular mushroom mustard mutant mvp myanmar myer mythology naiv
naomi nap napl napoleon narrator nascar nash nashvill natali nationalism nationalist nationality
nationwid nato naughty nazis nbc nc ncaa nd ne neal neat nebraska necessity necklac ned needless
negligenc negro neighbourhood neo neon nepal nephew nerd nest neural neuron neutrality nevada newark
newborn newcastl newer newest newman newport newsletter newton nexus ng nhl nhs ni nicer nich
nichola nickel nicknam nicol nicola niec nigel nigerian nigga nightclub nik nikki nil nina
nineteenth ninety ninja ninth nissan nitrogen nixon nj nm noah nobel noel noisy nokia nolan
nonetheless nonprofit noodl norfolk northeast northeastern northwestern norton norwegian norwich
notab notabl notch notebook nothin noticeabl notorious notr nottingham nova novelty nsa nsw nt nud
null numerical nun nursery nutrient nutritional nw nyc nz oakland oath obamacar obes obesity obey
obscur observatory obsolet occupational occurrenc offender offlin offset offshor offspr og oi ol ole
olivia omar omega omg onset ooh oop opener operativ oppress ops optic optical optimal optimism
optimistic optimiz optional oracl orbit orchestra organism organizational organizer orgasm oriental
orlando orthodox ot ottawa otto ou ounc outbreak outd outlook outrag outrageous outreach outright
outsider oval oven overhead overlap oversight overtim overweight owl oxid oz pablo packer packet
pact pakistani palestin palett palmer panama panda pandemic panther panty papa paperwork para
paradox paramount paranoid parasit parcel pardon parental parody parol partisan partition passiv
pasta pathway patricia patriotic patron patterson paula paulo paus payn paypal payroll pd pdf pe pea
peach peanut pearson peasant peculiar pedal pedestrian pedro pee peek peel penc pencil pend penetr
penguin peninsula penis penn penny pentagon percy perez perfum perimeter periodic peripheral perkin
persecut persian persistent persona perth peru pest petersburg peterson petrol petroleum petty pg ph
phantom pharmaceutical pharmacy phd phenomenal philosopher philosophical photographic photoshop pi
pickup picnic pier pierr pik pillar pinch ping pint pipelin piper pistol pitcher pitt pity pixel pl
placement plagu plaintiff planner plaqu plasma platinum plausibl playground playst plaza pls
plymouth pneumonia po pod podium poetic pointless pokemon poker polar policeman polit polo poly
polymer pond pony poop popcorn porch pork pornography porsch portabl portal porter portray portugues
postal postpon postur potent pottery powell ppl practitioner pradesh pragu prairi prank preach
preacher preced precedent precipit precision predator predecessor predictabl predominant preferab
prejudic prematur prep prescrib prescript preseason presenter prestig prestigious preston presum
presumab prevail prevalenc prevalent preview prey primitiv princeton prix problematic processor
proclaim procurement prohibition prolong prom promo promotional pron prop prophecy proposition
proprietary pros prospectiv prosperity prost protagonist protector protestant protester prototyp
providenc provisional provok proximity proxy ps psychiatric psychiatrist psychic psycho psychologist
pt publicity puck puerto pulp puls pumpkin punjab pup puppet purity purs pyramid python qaeda qatar
qb quad quantitativ quantum quarantin quarterback quartz que quebec queer query questionabl queu
quicker quinn quiz quo ra rabbi rack radioactiv radius raf rafael raider rainbow rainfall rainy ramp
ramsey ranch rand randall randy ransom rant rash raven raymond razor rb rc reactor reagan realism
realm reasonab rebecca rebellion rebound receptor recess reckless reckon reconcili reconsider
reconstruct recorder recreational recruitment recur recycl reddit redempt redskin reed reef reel
refere referendum refin refrain refresh refug refund refusal reg regain regiment registry regulator
rehab rehabilit rehearsal reid reinforc relay relevanc relianc reluctant remainder remak remarkab
remix renaissanc renewabl renewal renov renown repay repeal replay replica reproduc reproduct
reproductiv res reservoir reset residency resistant resonanc respectabl respectful respiratory
respondent responsiv restart restraint resurrect retard retention retro reunion reunit reuter
reverend revision reviv revival revolt rex rey reynold rhetoric rhod rhythm ri rib ribbon rica
richardson richer richest richi ricky rico rift rig righteous rigid rigorous riley rim risky rit
rita rivalry riversid rm rn rna roar robbery robbi roberto robertson robotic robust rochester rodger
rodney rodriguez rogu roland roller roma romania romeo romney ronald ronaldo ronni roomm rooney
roosevelt rory ros rosa rotten roug rover royalty rp rt rubbish ruby rug rum runway russ rust ruth
ruthless sac sacramento saddl safari sag saga sailor salem salesman sally salmon salon salty salut
salv salvador salvag samantha samurai sanchez sanctuary sander sandra sank santiago santo sara sasha
satan satir satur saul saunder sausag savag savior sb scam scarf scarlet scatter scenery scenic
scent schmidt sci scoop scorer scot scotch scrap screenshot scriptur scroll scrub scrutiny scum sd
seafood seahawk seasonal sebastian secular seizur seldom selectiv selfi semester seminar sensibl
sensitivity sensory seo seoul sep sequel serbia serena serum seth settler seventeen seventy severity
sew sewer sexuality sf sh shady shaft shah shakespear shal shallow shan shanghai shannon sharon
shatter shawn sheer sheffield shelf shelv shepherd sherlock sherman shiny shipment shirley shitty
shook shortag shotgun shov showcas shrimp shrin shrink shuttl sidewalk sidney sieg sierra sigh
silicon silva similarity simmon simpler simplest simplicity simplify singh singular sip sis sixteen
sixty skeleton skeptical skinny skyp slack slash slat slaughter sleepy slick slightest slim slogan
slower slut sm smack smallest smarter sms snail sneak sniper soak sober socialism sociology soda
sodium sofa sofia softball solicitor solidarity solitary solomon somalia someday somerset songwriter
sonic sonny soo sophi sophia sophistic sophomor sor sorrow soundtrack sour southampton southeastern
southwestern sovereign sovereignty sox soy sp spa spacecraft spaghetti spam spatial spear spec
specialty specimen spectacular spectator specul speedy spencer sperm spher spicy spill spinal spiral
splash splendid spokesman spokesperson sponsorship spontaneous spoon spotify spotlight springfield
sprint spun sq squadron squash squirrel sr stain stainless stalin stalk stall stan stanc standardiz
standpoint stanford stapl starbuck stark startup statewid static stationary statut statutory steadi
steak steeler steep stefan stein stella stellar stephani stereo stereotyp stern stevi sticker sticky
stiff stigma stimulus sting stitch stockholm stok storylin storytell stov straightforward strand
strap straw strawberry stray streak stressful striker striv stubborn stud stuf stumbl stunt
stupidity stylish subdivision subjectiv submarin subscript subsidy substr suburban subway successiv
successor sudan sullivan sultan summon sunderland sung sunglass sunk sunlight sunny sunriz sunset
superb superhero superintendent superman supermarket supernatural superstar supervision supper
supportiv supposed supremacy surg surgical surplus surrey susceptibl sushi suspicion sussex sutton
sw swallow swamp swan swap sway sweater sweetheart swell swept sworn symbolic sympathetic sympathy
symphony sync synthesis synthetic syrup systematic systemic ta taco tactical tailor taiwan takeover
taliban talkin taller tamil tampa tan tangibl tar tara tariff tasty tat tb td te teas technician
technological teddy tee tel telecommunic telegraph telescop temp temper tempo temporal temporari ten
tens tenth tenur teresa terminology terrac terrain terrib terrific territorial tesla testament
textbook textil textur tham thanksgiv theatrical theo theodor theological theology theorem theoretic
theoretical therapeutic therapist thereafter thereby thereof theresa thermal thesis thief thiev
thigh third thirst thirsty thirteen thomson thor thoughtful threshold thriller thriv thru thrust ti
tick tid tidal tilt timber timer timothy tin tina tinder tit tl tn toast toby toddler token toler
toleranc tomb tonn tor torch tornado torqu torr tougher tow township toyota tr tracker tract tractor
tracy trademark traffick traitor transcript transgender transitional translator transparency
transparent transplant traumatic traveler traveller travis tray treason treasurer trek tremendous
trench trent trevor tri triangl tribal tribun tribunal tricky trillion trilogy trim trinidad trinity
trio triumph trivial troll trouser trout troy trunk truste tu tuck tucker tuition tumblr tuna turbin
turbo turf turk turnout turnover tutor tutorial twentieth twilight twitch tx typescript tyr tyson
uae uber uc ucla ufc uganda umbrella unacceptabl unanimous unarm unavailabl unawar uncertain
uncertainty unchang unclear uncommon unconscious unconstitutional uncover und undercover underestim
undergo undergradu undermin understandabl undertak undertaken underwater underway underwear
underwent undoubted unemploy unexpected unfinish unhappy unhealthy uni unify unlawful unlucky
unofficial unpaid unpleasant unpopular unprecedent unpredictabl unreasonabl unrel unsaf unstabl
unsuccessful unsur unto unus unveil unwant unwill upright upris upsid upstair upward ur uranium urin
url uruguay usb usc usd usernam ussr ut utc uv vacancy vacant vagina vagu vain val valentin validity
vanessa vanilla vanish vanity var variant varsity vatican vault vector vegan veget vegetarian veil
vein velocity velvet venezuela vengeanc venic vent venus vera verb verbal verdict verg verific
verizon vermont vernon versa versatil vest vet veterinary veto viabl vibrant vicinity vicious vienna
vietnames viewpoint vik villager vin vinc vinegar vinyl violet violin vip virtu visibility vista
vivid vladimir vocabulary vocational vodka vogu void volatil volcanic volcano volleyball voltag
voluntari voluntary vomit vow voyag vp vr wad wagner wagon waist wallac wallpaper walmart walsh walt
wan wander wang warden wardrob warfar warmer warmth warp warranty warsaw wasnt watt wax weaken
weaker weav webb webster wee wellington wendy wenger wesley westminster wh whatsoever wheat
wheelchair wheeler whereby wherein whichever whiskey whisky whisper whistl whitney whoa wholesal
whor wick wicket width wifi wig wii wikipedia wilder willi willing willis willow windsor winston
withdraw withdrawal withdrawn withdrew withstand wo wolv womb wong woo woodland woody wool workforc
workplac worthless worthwhil wr wrath wrist wu wwe wyom xd xl xp xx xxx yacht yahoo yal yang yay
yeast yemen yen yi yogurt yorkshir youngest yourselv yr yu yuan yup zach zen zhang zimbabw zinc zip
zoe zombi zomby zoom
""",
    """
abby abdomen abdominal abduct abdullah abe abid abolish abolition abrupt academia accessibility
acquaint acquaintanc adapter adaptiv addictiv adher adida adjoin adjustabl admitted adob adrenalin
adulthood advertiser affinity affirmativ aforemention agn agony aha aj albuquerqu aleppo alexa
alexandra alga algeria allevi alloy alma almond aloud alp alpin ambient ambiguous ambush amd amelia
amenity amidst anarchy ancestry ang angelo angular announcer antarctic antarctica anterior antibody
anton apach apartheid appendix approx aquarium aquatic arabian archaeology archi arent argentin ari
ariel armenia armenian arroganc ars arthritiz articul asbesto ashor asphalt asteroid astronaut
atheist atleast atp atrocity attendant attende auditorium audrey augment augusta augustin aura aus
aussi authenticity authoritarian autopsy avail avery avid aviv avoidanc ay baba babylon bach backbon
backdrop backstag baden bae bahama bahrain bal ballroom baltic bandwidth banquet baptism barbado
barbecu barbi barg barker barney bartender barton batter bauer baxter beau beaver beckham bedford
bedtim beetl beforehand beirut benchmark benghazi benign benny benson bentley benz berkshir bermuda
bert bilingual bipolar birch biscuit bjp blackout bladder bland bleach blitz blizzard bloc blockad
blok bloomberg blossom bluff blur blush blvd bohemian bolivia bollywood bong boogi booker booklet
booster booty bosnia bourbon boutiqu bowel bowen bowi boyl brandy bravery brawl breaker breastfeed
breathtak brenda brethren brib bridal brigg brightest brink brittany broccoli brow bruh bruin
brunswick brutality bryc bu buchanan buckingham buckl budapest bueno buff buffet bun bureaucracy
burgess burlington burma burner businessmen cabbag cain calculator calculus calcutta caleb caller
calori camden cameroon cann cano canopy canton captivity caravan careless carnegi cartel cartridg
casa cashier cass catastroph catastrophic catcher cathy caucus cavity cctv cdc cecil celestial
cellar cerebral chamberlain chap charcoal chassis cheeky cheerful cheesy chemist chemotherapy
chennai cherish cheryl chevrolet chevy chimney choi chor chrysler chu chuckl ci cider cigar cindy
cinematic circa cis citrus clad clap clarific claudia cleans climax clint clipper cliv cloak cloudy
clueless coastlin cobb cobra cockpit colder cologn colombian colon colourful columnist comb
combustion comin communion commut compassion compatibility competenc complementary comprehension
computational conceptual concuss conditional condolenc conform connectivity conor contagious
contempl contend contender convertibl conway coolest cortex cory cosmo countess courageous courthous
courtroom covert cradl crank crappy crater crav crescent crimson cring crippl cris crosby cruiser
crusad crypto cu cuff culinary cumulativ cunningham curator curly cushion customary cv cw cyclon
cynical dagger dalton damascus damien damp daniell dant darkest darn dart dayton debit deborah
decency defectiv defer degrad deity delusional demolish demolition denim dependency deposition
descriptiv despiz destroyer detrimental devis dew dexter dialect diarrhea diaz dicken dict
differenti diligenc dioces discard disconnect discret disguis dishonest dispers disposabl dissent
dissolut disturbanc diversion dnc doctoral dolly dominic donkey donovan doo doorstep doorway doris
dorm dosag doubtful dover downfall downsid downstream dp drip dryer dt duct duh dumbass dumpster
dunde dungeon dunk dynamit dysfunct ebola eccentric economical edison edith ee eg elain elastic
electro electromagnetic elijah eliot elli embark emblem emerald eminent empirical empowerment
enclosur encrypt encyclopedia endeavor endowment engrav enlarg enrich enrichment ensu enthusiast
entitlement entrepreneurship eps equilibrium eri erica ernst erupt esp esther ethiopian europa
evangelical evelyn everett ew examiner excerpt exeter existent exposition exquisit ezra facto
factual fairfax famin fandom fargo fart fascism faulty fauna faux favourabl fearful fearless fella
ferdinand fertil festiv fetish fetus feud fidelity fiery fiji finalist finch fireplac fischer fla
flair flawless flem flop flourish fluent fluffy flut flux foe foley footprint forefront foreman
formul forrest fragranc frankfurt franz fraternity fraudulent freeway freshwater fugitiv fulfil
fulton fundraiser fungus funniest furnac furry fus fuss fx fyi gadget gaga gallagher gangster gareth
garner gazett gc geek generosity geo geoff geometric georgetown georgian gerry getaway gimm gina
giveaway glacier glamor glamorous glitter gloucester gluten goldberg goldman gomez goodman goofy
gorilla gotham gpa gr gracious granddaughter granny graveyard greenwich griffith grin grower gs gta
guatemala gujarat gunfir gymnastic gypsy hah hai halifax hamburg hancock handicap handler handwrit
hangover hanna hansen hanson happiest harass hardship harlem hassl hateful hater hath havana havent
havoc hayden hazel headset heap heartbreak heater heavyweight hector hee hen henri hepatitiz hercul
hereby hernandez hick hilary hind hindus hitter hk hmmm hoax hog homag homecom homeowner homo
homophobic hondura honolulu hoover horac hostility hotter hu hum humid humili humility humorous
humphrey huntington hurdl hussein hyderabad hymn hypothetical ibrahim ic icy iee illumin imam imf
impairment impatient impeachment impend implant improper inaugur inbox incidental incur ind
indicativ indict indulg inexpensiv inexperienc inflict influenza influx informativ infringement
inhabit inscript insecurity insignificant installment instructional insurer intercours interesting
internship interpreter interrog interviewer intimid intric introductory intuition intuitiv invaluabl
inventor iot irrational irvin irwin isa isabel isaiah itv jackpot jacksonvill jaguar jaim jamaican
jamal janeiro jasmin jasper jedi jenna jensen jeopardy joanna jockey jolly jonah jorg ju judaism
juliet jurassic kaiser kang kangaroo kar kara karachi kathleen katrina kazakhstan kc ke keller
kendall kensington kenyan kerala kernel kettl kickstarter klaus knockout knowing knowledgeabl ks ku
kuala kung kurdish kyli labell lafayett lamar lancashir lantern lara larva latitud laurent lawful
lawmaker lawson lax lc lea lena lennon leopard lest lettuc levi lex lexington liaison liberalism
liberia libertarian librarian lighthous lilly lima lindsey linen ling lingeri lithium lithuania litr
lockdown locomotiv loft loi longevity lookout lor lotus lsu lucrativ lumber luna lurk lush
luxembourg luxurious lydia mackenzi macmillan madden magician mai majestic mali malik malon malta
managerial mandarin maneuver mango manny mantl mantra mao marcel mariner marital marrow marvelous
marxist mas mascot mash mast mastery mayer mba mccartney mcconnell mccoy mcgregor mckay medicinal
mediocr meg melani meltdown menac merrill mesa messiah metabolic meteor meth methan metropoliz mf
microscop middleton midfield miley milky millennial milo ming ministerial mis mister misunderstood
misus mitig mixer mk mma mmm modular moe mohammad mona mono monty monumental moonlight moos mors
mosaic mosquito motel moth motherfucker mound mri muddy mueller multimedia multinational multip
multitud mummy mus mustang mv mw mystic mystical nairobi nana nanny narcotic nas nausea needy ness
neurological nevill nfc nh niagara nicest nichol nicky nico nicotin nineteen nippl nl nominal nora
nordic norris nostalgia noun novelist np nsfw nu nucleus nugget nuisanc numb oasis obedienc obstruct
oc oddly odyssey ohh om omaha omit onboard oneself ons onward oo optimum orbital orchard ordinanc
org orphan osaka osborn oslo ottoman ouch outbound outlaw outskirt outward overdos overdu overhaul
overload overr overse overthrow overwhelming oyster paddy pagan pageant paig pam pamela pancak
paperback parachut paradigm parenthood parson pas pastoral pastry pathology patriotism patty pav
pavement pavilion pawn payabl paycheck payday pb pbs pediatric peggy pep perennial perk perpetual
persist persistenc personaliz pertain peyton pga phelp phi philipp physiological physiology
picturesqu pigeon pilgrimag pineappl piracy pivot pivotal planetary plaster plateau platoon playboy
playful playlist plc plum plumb plural poe pointer poisonous pok policemen poo poorer poppy por
porcelain porto portrayal portsmouth postag potassium poultry practiz pratt precaut precinct
premiership presbyterian preschool preventiv priceless prick primer procedural programmer prolifer
prolific prominenc promoter pronunci proportional prosperous psalm pseudo psychiatry ptsd pud puff
pulmonary pun purg pursuant quarry quartet quirky quota quran rad radic raj raleigh rampant randolph
rapist raspberry rav reactiv reap reboot rebuilt rec reconcil rectangular redeem redundant reev
referral reflectiv refrigerator regener reggi regina regress relentless reloc remembranc reminiscent
remnant renam reno repetitiv replic repost repress reprint resemblanc resentment residu residual
resilienc resilient resin restless restrictiv restructur retali reversal rf rhino rhym ridden ro
roam romanian rooftop rosemary rosi rotary roth router royc rpg ru rudy rue runaway runoff rupert
rusty rv rwanda ryder rye sabbath sabotag safeguard safest salisbury salsa sammy sandston sanit sap
sarcasm sarcastic satisfactory saturn savannah savvy sawyer saxon sayin scanner scarc schizophrenia
schneider schwartz scissor scooter screenplay seasid secrecy sedan seeker segreg seismic selfy
semiconductor seminary semitic sensational sentimental serbian sergio sermon serverless sewag sexism
sexist seymor sg sgt shaken shameful shampoo shaun sheikh sheila shelby sheldon shelley shootout
shopper shorten shortest shovel shri shutdown sic sideway sigma simulator sinclair sinister sitcom
sk skinner skipper sl slain slang slender slippery sloppy smh smoker smuggl snapchat snatch sneaker
sneaky snp snyder societal socio socket softer somali somethin sonia sparkl spectacl speculativ
spirituality spoiler spong spooky spre springer staf stafford stagger staircas stakeholder stanton
stash stealth steroid stevenson stint stool storey strait stricken stroll submerg subset sucker
suffolk suicidal suitcas sup superficial superiority supervis surnam surpass surreal suspens suv
suzann swansea sweaty sweeti swip swollen swor sylvia symmetry symposium syndic synonymous syntax
syracus tad tae tai tallest tally tam tandem tang tango tanner tanzania tasmania tavern tc tedious
tehran telecom telegram televis tertiary testosteron tex texan tf tha thicker thinner thornton thug
thyroid tibet tibetan tidy tiffany tighten tighter timeless tis titanic titanium tm toledo tolerant
toni tottenham toughest townsend toxicity toxin trajectory transformer transmitter tread truc truman
trumpet trustworthy tsunami tt tuberculosis tucson tug tunisia turbulenc turmoil tvs twelfth typhoon
tyranny uefa ui ukip ul ulster ultrasound umm unauthoriz undefeat undergon underr undo unesco uneven
unfamiliar unfit unicorn unidentify unnam unreal unrealistic unreliabl unrest unseen upbeat upheld
uphold upstream urgency usabl usher utmost valencia valeri vanguard vapor vas vascular vat vc venom
ventil veronica vibr victorious viktor vil vineyard viola vita volkswagen vulgar waiter waitress
waiver walnut walton wartim warwick wary waterfall waterfront waterloo waterproof watersh watkin
weakest weary weaver weber wedg weir weiss weld wellb wembley wes whatsapp whereabout whin wholesom
wiki wikileak wiley wilkinson williamson willy wimbledon winchester windy winger wink winnipeg witty
woah wonderland woodward worcester wordpress woven wrestler wwii wyatt yah yan yarn youngster
youthful yrs yugoslavia yummy yuri zack zelda zeus zimmerman zurich
""",
    """

""",
)
