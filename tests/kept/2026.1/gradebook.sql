BEGIN TRANSACTION;
CREATE TABLE alembic_version (
	version_num VARCHAR(32) NOT NULL
);
INSERT INTO "alembic_version" VALUES('e43177bfe90b');
CREATE TABLE assignment (
	id VARCHAR(32) NOT NULL, 
	name VARCHAR(128) NOT NULL, 
	duedate DATETIME, 
	course_id VARCHAR(128) NOT NULL, 
	PRIMARY KEY (id), 
	UNIQUE (name), 
	FOREIGN KEY(course_id) REFERENCES course (id)
);
INSERT INTO "assignment" VALUES('0ed10ec689ed47ba92d8fadeea74f546','werte',NULL,'fairki');
CREATE TABLE base_cell (
	id VARCHAR(32) NOT NULL, 
	name VARCHAR(128) NOT NULL, 
	notebook_id VARCHAR(32) NOT NULL, 
	type VARCHAR(50), 
	PRIMARY KEY (id), 
	UNIQUE (name, notebook_id, type), 
	FOREIGN KEY(notebook_id) REFERENCES notebook (id)
);
INSERT INTO "base_cell" VALUES('df7d771cb477487e9ee48c5c62298961','a1-test-1','4257978b80214aa29e32d6a413821e7b','GradeCell');
INSERT INTO "base_cell" VALUES('faf8dca541f4451c93bfddf0b77e20e4','a1-test-2','4257978b80214aa29e32d6a413821e7b','GradeCell');
INSERT INTO "base_cell" VALUES('b2dc26b0f4794d72a1478a5e81d6d778','a1-test-3','4257978b80214aa29e32d6a413821e7b','GradeCell');
INSERT INTO "base_cell" VALUES('75dca52462c94c4bbbc396efa54fa88d','a1-test-4','4257978b80214aa29e32d6a413821e7b','GradeCell');
INSERT INTO "base_cell" VALUES('808471da8bef451b848463337a415bd6','a2-test-1','4257978b80214aa29e32d6a413821e7b','GradeCell');
INSERT INTO "base_cell" VALUES('bb937cf02b19452696455211ffc5adeb','a2-test-2','4257978b80214aa29e32d6a413821e7b','GradeCell');
INSERT INTO "base_cell" VALUES('f505df852d4940c68390a7e05422ca3f','a2-test-3','4257978b80214aa29e32d6a413821e7b','GradeCell');
INSERT INTO "base_cell" VALUES('488d740870cb4b0d880af2717c1371af','a2-test-4','4257978b80214aa29e32d6a413821e7b','GradeCell');
INSERT INTO "base_cell" VALUES('37ace0ad880e434e996c1d0c0baa554c','a3-test-1','4257978b80214aa29e32d6a413821e7b','GradeCell');
INSERT INTO "base_cell" VALUES('1946fe8812e743e3ab4d96218dd33c49','a3-test-2','4257978b80214aa29e32d6a413821e7b','GradeCell');
INSERT INTO "base_cell" VALUES('ca346fc34a5042ac8166aa8cde2f2241','a3-test-3','4257978b80214aa29e32d6a413821e7b','GradeCell');
INSERT INTO "base_cell" VALUES('2d9a5c6f998247d39ed9b45559bc3f79','a4-test-1','4257978b80214aa29e32d6a413821e7b','GradeCell');
INSERT INTO "base_cell" VALUES('86b59576003e47b290eee6c2a6b99832','a4-test-2','4257978b80214aa29e32d6a413821e7b','GradeCell');
INSERT INTO "base_cell" VALUES('ddb2f54a4dfd4cd5b553295b158167cc','a4-test-3','4257978b80214aa29e32d6a413821e7b','GradeCell');
INSERT INTO "base_cell" VALUES('88ef341663d243608e45a59e4bc9e083','f1','4257978b80214aa29e32d6a413821e7b','GradeCell');
INSERT INTO "base_cell" VALUES('7066b26a9a2e47f29a62319577fb8ae6','b1-test-1','4257978b80214aa29e32d6a413821e7b','GradeCell');
INSERT INTO "base_cell" VALUES('cb69137c5e33453e9337488c897d4f0f','b1-test-2','4257978b80214aa29e32d6a413821e7b','GradeCell');
INSERT INTO "base_cell" VALUES('e99f91098d45477e87771e0191850d98','b1-test-3','4257978b80214aa29e32d6a413821e7b','GradeCell');
INSERT INTO "base_cell" VALUES('a955bace875a4717baa26bda11eeebcf','b2-test-1','4257978b80214aa29e32d6a413821e7b','GradeCell');
INSERT INTO "base_cell" VALUES('db924bacd84e4dfbac04dbb96183cf74','b2-test-2','4257978b80214aa29e32d6a413821e7b','GradeCell');
INSERT INTO "base_cell" VALUES('3311f949338c4acba28a5f283dd09f3a','b2-test-3','4257978b80214aa29e32d6a413821e7b','GradeCell');
INSERT INTO "base_cell" VALUES('e82951e7925a402e9e7d7f29df6ae2f8','a1','4257978b80214aa29e32d6a413821e7b','SolutionCell');
INSERT INTO "base_cell" VALUES('b5678ac6381a4a5a8bcd48e91a0563e3','a2','4257978b80214aa29e32d6a413821e7b','SolutionCell');
INSERT INTO "base_cell" VALUES('aaf80b15f7e14a27abb5066bcc762e8c','a3','4257978b80214aa29e32d6a413821e7b','SolutionCell');
INSERT INTO "base_cell" VALUES('3fcb80cf379c4794b98015b3fd12198f','a4','4257978b80214aa29e32d6a413821e7b','SolutionCell');
INSERT INTO "base_cell" VALUES('9f12a5f8d25248d296053eed95b30a37','f1','4257978b80214aa29e32d6a413821e7b','SolutionCell');
INSERT INTO "base_cell" VALUES('e5e3f59932224fd0974eb38d5c04c473','b1','4257978b80214aa29e32d6a413821e7b','SolutionCell');
INSERT INTO "base_cell" VALUES('32df496e54da4e328da55bb455ce7f0c','b2','4257978b80214aa29e32d6a413821e7b','SolutionCell');
INSERT INTO "base_cell" VALUES('7cd26ada286f4c92af06b19a347300ce','f1-frage','4257978b80214aa29e32d6a413821e7b','TaskCell');
CREATE TABLE comment (
	id VARCHAR(32) NOT NULL, 
	notebook_id VARCHAR(32), 
	cell_id VARCHAR(32), 
	auto_comment TEXT, 
	manual_comment TEXT, 
	PRIMARY KEY (id), 
	UNIQUE (cell_id, notebook_id), 
	FOREIGN KEY(notebook_id) REFERENCES submitted_notebook (id), 
	FOREIGN KEY(cell_id) REFERENCES base_cell (id)
);
INSERT INTO "comment" VALUES('54872ca4744448ec8cb7d687fe8035e4','46934099137a4ffb80f96b21c5cac191','e82951e7925a402e9e7d7f29df6ae2f8',NULL,NULL);
INSERT INTO "comment" VALUES('5f736f3565364980a219694ba743d425','46934099137a4ffb80f96b21c5cac191','b5678ac6381a4a5a8bcd48e91a0563e3',NULL,NULL);
INSERT INTO "comment" VALUES('f2430df0677748d38ec47a7704630cbc','46934099137a4ffb80f96b21c5cac191','aaf80b15f7e14a27abb5066bcc762e8c',NULL,NULL);
INSERT INTO "comment" VALUES('9dd179ce731540dea3ae4a729d1ece9c','46934099137a4ffb80f96b21c5cac191','3fcb80cf379c4794b98015b3fd12198f',NULL,NULL);
INSERT INTO "comment" VALUES('4f55b9b2531d45159a526308ea1ce94f','46934099137a4ffb80f96b21c5cac191','9f12a5f8d25248d296053eed95b30a37',NULL,'Gut erklärt.');
INSERT INTO "comment" VALUES('ea258a74f7a84579a33d94a2af2b3ecb','46934099137a4ffb80f96b21c5cac191','e5e3f59932224fd0974eb38d5c04c473',NULL,NULL);
INSERT INTO "comment" VALUES('37a18be771ff4eb28c98c87db7aca267','46934099137a4ffb80f96b21c5cac191','32df496e54da4e328da55bb455ce7f0c',NULL,NULL);
INSERT INTO "comment" VALUES('df8a31f4e81443049d3ef966f4f40ca8','46934099137a4ffb80f96b21c5cac191','7cd26ada286f4c92af06b19a347300ce',NULL,NULL);
INSERT INTO "comment" VALUES('3a52d35135744b9daddefca976875dc1','dd35c8d6f21d4d94b8c72ac7f6c80321','e82951e7925a402e9e7d7f29df6ae2f8',NULL,NULL);
INSERT INTO "comment" VALUES('0255f5d332074d8a9def24740035b4b3','dd35c8d6f21d4d94b8c72ac7f6c80321','b5678ac6381a4a5a8bcd48e91a0563e3',NULL,NULL);
INSERT INTO "comment" VALUES('06aabd00295142ea8a7d002072d9d177','dd35c8d6f21d4d94b8c72ac7f6c80321','aaf80b15f7e14a27abb5066bcc762e8c',NULL,NULL);
INSERT INTO "comment" VALUES('28bd6f2457a24407b47fe2655662a7a0','dd35c8d6f21d4d94b8c72ac7f6c80321','3fcb80cf379c4794b98015b3fd12198f',NULL,NULL);
INSERT INTO "comment" VALUES('879acdb05248429a8629ebb58bd23c0f','dd35c8d6f21d4d94b8c72ac7f6c80321','9f12a5f8d25248d296053eed95b30a37',NULL,NULL);
INSERT INTO "comment" VALUES('e66dde8c011042f5b5439fd1094984a9','dd35c8d6f21d4d94b8c72ac7f6c80321','e5e3f59932224fd0974eb38d5c04c473',NULL,NULL);
INSERT INTO "comment" VALUES('8624eb5a89bd4fcea0a0042e44bd3b74','dd35c8d6f21d4d94b8c72ac7f6c80321','32df496e54da4e328da55bb455ce7f0c',NULL,NULL);
INSERT INTO "comment" VALUES('310481994ae342368b8c4476e00db89f','dd35c8d6f21d4d94b8c72ac7f6c80321','7cd26ada286f4c92af06b19a347300ce',NULL,NULL);
CREATE TABLE course (
	id VARCHAR(128) NOT NULL, 
	PRIMARY KEY (id), 
	UNIQUE (id)
);
INSERT INTO "course" VALUES('fairki');
INSERT INTO "course" VALUES('default_course');
CREATE TABLE fairki_again (
	pseudonym VARCHAR(128) NOT NULL, 
	slug VARCHAR(128) NOT NULL, 
	PRIMARY KEY (pseudonym, slug)
);
CREATE TABLE fairki_exercise (
	slug VARCHAR(128) NOT NULL, 
	version VARCHAR(64) NOT NULL, 
	PRIMARY KEY (slug)
);
INSERT INTO "fairki_exercise" VALUES('werte','6a2807a2e0481531');
CREATE TABLE fairki_result (
	pseudonym VARCHAR(128) NOT NULL, 
	slug VARCHAR(128) NOT NULL, 
	"key" VARCHAR(64) NOT NULL, 
	remarks TEXT NOT NULL, 
	incidents TEXT NOT NULL, 
	cpu_seconds FLOAT NOT NULL, 
	wall_seconds FLOAT NOT NULL, 
	PRIMARY KEY (pseudonym, slug)
);
INSERT INTO "fairki_result" VALUES('abgabe-aaaaa','werte','kabgabe-aaaaa','{}','[]',0.1,0.1);
INSERT INTO "fairki_result" VALUES('abgabe-bbbbb','werte','kabgabe-bbbbb','{"a1-test-1": "Da fehlt etwas.", "a1-test-2": "Da fehlt etwas.", "a1-test-3": "Da fehlt etwas.", "a1-test-4": "Da fehlt etwas.", "a2-test-1": "Da fehlt etwas.", "a2-test-2": "Da fehlt etwas.", "a2-test-3": "Da fehlt etwas.", "a2-test-4": "Da fehlt etwas.", "a3-test-1": "Da fehlt etwas.", "a3-test-2": "Da fehlt etwas.", "a3-test-3": "Da fehlt etwas.", "a4-test-1": "Da fehlt etwas.", "a4-test-2": "Da fehlt etwas.", "a4-test-3": "Da fehlt etwas.", "f1": "Da fehlt etwas.", "b1-test-1": "Da fehlt etwas.", "b1-test-2": "Da fehlt etwas.", "b1-test-3": "Da fehlt etwas.", "b2-test-1": "Da fehlt etwas.", "b2-test-2": "Da fehlt etwas.", "b2-test-3": "Da fehlt etwas."}','[]',0.1,0.1);
CREATE TABLE fairki_seed (
	id INTEGER NOT NULL, 
	seed BIGINT NOT NULL, 
	PRIMARY KEY (id)
);
INSERT INTO "fairki_seed" VALUES(1,55182323749205900);
CREATE TABLE grade (
	id VARCHAR(32) NOT NULL, 
	notebook_id VARCHAR(32), 
	cell_id VARCHAR(32), 
	auto_score FLOAT, 
	manual_score FLOAT, 
	extra_credit FLOAT, 
	needs_manual_grade BOOLEAN NOT NULL, 
	PRIMARY KEY (id), 
	UNIQUE (cell_id, notebook_id), 
	FOREIGN KEY(notebook_id) REFERENCES submitted_notebook (id), 
	FOREIGN KEY(cell_id) REFERENCES base_cell (id)
);
INSERT INTO "grade" VALUES('9b87fa7b4b2c4b358015d161efcd76c3','46934099137a4ffb80f96b21c5cac191','df7d771cb477487e9ee48c5c62298961',1.0,NULL,NULL,0);
INSERT INTO "grade" VALUES('95a6adfbcda54a239418f0d667f9d536','46934099137a4ffb80f96b21c5cac191','faf8dca541f4451c93bfddf0b77e20e4',1.0,NULL,NULL,0);
INSERT INTO "grade" VALUES('00a0ef762f9d4140b3b6ef03010bcab4','46934099137a4ffb80f96b21c5cac191','b2dc26b0f4794d72a1478a5e81d6d778',1.0,NULL,NULL,0);
INSERT INTO "grade" VALUES('97e4cdbf88764ba3adc32c7656ee4aaa','46934099137a4ffb80f96b21c5cac191','75dca52462c94c4bbbc396efa54fa88d',1.0,NULL,NULL,0);
INSERT INTO "grade" VALUES('f93150ed139d4710a227a50e13af8c78','46934099137a4ffb80f96b21c5cac191','808471da8bef451b848463337a415bd6',1.0,NULL,NULL,0);
INSERT INTO "grade" VALUES('fc9e88d3915647c99c6982481bb2b689','46934099137a4ffb80f96b21c5cac191','bb937cf02b19452696455211ffc5adeb',1.0,NULL,NULL,0);
INSERT INTO "grade" VALUES('edec490bcc9d47e8904f245639b2ee4c','46934099137a4ffb80f96b21c5cac191','f505df852d4940c68390a7e05422ca3f',1.0,NULL,NULL,0);
INSERT INTO "grade" VALUES('cc255abc235c4bcc9d93b2bbcb54d64b','46934099137a4ffb80f96b21c5cac191','488d740870cb4b0d880af2717c1371af',1.0,NULL,NULL,0);
INSERT INTO "grade" VALUES('739808fb79fa438191d4fbf36c20844d','46934099137a4ffb80f96b21c5cac191','37ace0ad880e434e996c1d0c0baa554c',2.0,NULL,NULL,0);
INSERT INTO "grade" VALUES('c12be5e651ff4eb8b3c7ed40e258c3ef','46934099137a4ffb80f96b21c5cac191','1946fe8812e743e3ab4d96218dd33c49',2.0,NULL,NULL,0);
INSERT INTO "grade" VALUES('02f50d87cf624568b0d5608d1f9f2872','46934099137a4ffb80f96b21c5cac191','ca346fc34a5042ac8166aa8cde2f2241',1.0,NULL,NULL,0);
INSERT INTO "grade" VALUES('2dbe286bbd1f4bb0bc73d78cfad2e404','46934099137a4ffb80f96b21c5cac191','2d9a5c6f998247d39ed9b45559bc3f79',2.0,NULL,NULL,0);
INSERT INTO "grade" VALUES('2e315bb1e9fa457cba2b1d8c70db35b3','46934099137a4ffb80f96b21c5cac191','86b59576003e47b290eee6c2a6b99832',3.0,NULL,NULL,0);
INSERT INTO "grade" VALUES('338957467ae643f0bdc5661e8cdd034b','46934099137a4ffb80f96b21c5cac191','ddb2f54a4dfd4cd5b553295b158167cc',2.0,NULL,NULL,0);
INSERT INTO "grade" VALUES('1ed2b77656e14871871dfccf340572b3','46934099137a4ffb80f96b21c5cac191','88ef341663d243608e45a59e4bc9e083',NULL,3.0,NULL,0);
INSERT INTO "grade" VALUES('cf3bad03ac204a449fdfa18271e54b9c','46934099137a4ffb80f96b21c5cac191','7066b26a9a2e47f29a62319577fb8ae6',1.0,NULL,NULL,0);
INSERT INTO "grade" VALUES('cd8bd09b9f3245e899f7c7063d9d9e9f','46934099137a4ffb80f96b21c5cac191','cb69137c5e33453e9337488c897d4f0f',1.0,NULL,NULL,0);
INSERT INTO "grade" VALUES('3d4111a9b00240a7a393378a6cca1096','46934099137a4ffb80f96b21c5cac191','e99f91098d45477e87771e0191850d98',1.0,NULL,NULL,0);
INSERT INTO "grade" VALUES('ee181cfb8cfe4a1ab278601d77138fbf','46934099137a4ffb80f96b21c5cac191','a955bace875a4717baa26bda11eeebcf',1.0,NULL,NULL,0);
INSERT INTO "grade" VALUES('9fa8c8712e26449bbf8a5cb05474907b','46934099137a4ffb80f96b21c5cac191','db924bacd84e4dfbac04dbb96183cf74',1.0,NULL,NULL,0);
INSERT INTO "grade" VALUES('3e6a73fde45f4023ba96522291c966b7','46934099137a4ffb80f96b21c5cac191','3311f949338c4acba28a5f283dd09f3a',1.0,NULL,NULL,0);
INSERT INTO "grade" VALUES('2218f56f1c1241e085f06cc6ca2d35b8','46934099137a4ffb80f96b21c5cac191','7cd26ada286f4c92af06b19a347300ce',0.0,NULL,NULL,0);
INSERT INTO "grade" VALUES('5fad8df9d3874170bf4dcff6472519e8','dd35c8d6f21d4d94b8c72ac7f6c80321','df7d771cb477487e9ee48c5c62298961',0.5,NULL,NULL,0);
INSERT INTO "grade" VALUES('b16fcf637fdc424d8480f94a4954943f','dd35c8d6f21d4d94b8c72ac7f6c80321','faf8dca541f4451c93bfddf0b77e20e4',0.5,NULL,NULL,0);
INSERT INTO "grade" VALUES('1a3f6dcc2d7b4c65b9eee2f246a77fe2','dd35c8d6f21d4d94b8c72ac7f6c80321','b2dc26b0f4794d72a1478a5e81d6d778',0.5,NULL,NULL,0);
INSERT INTO "grade" VALUES('24b489448f2d4c88898264a6375eb259','dd35c8d6f21d4d94b8c72ac7f6c80321','75dca52462c94c4bbbc396efa54fa88d',0.5,NULL,NULL,0);
INSERT INTO "grade" VALUES('c7c43ecee8164722921836deb6e4ed9e','dd35c8d6f21d4d94b8c72ac7f6c80321','808471da8bef451b848463337a415bd6',0.5,NULL,NULL,0);
INSERT INTO "grade" VALUES('02092fbff8034aa5a561fc59af63dc7b','dd35c8d6f21d4d94b8c72ac7f6c80321','bb937cf02b19452696455211ffc5adeb',0.5,NULL,NULL,0);
INSERT INTO "grade" VALUES('0c61c22452f04780bc62b13ebaa6d03e','dd35c8d6f21d4d94b8c72ac7f6c80321','f505df852d4940c68390a7e05422ca3f',0.5,NULL,NULL,0);
INSERT INTO "grade" VALUES('b13be2f3df0740d4a329c7ed3781e946','dd35c8d6f21d4d94b8c72ac7f6c80321','488d740870cb4b0d880af2717c1371af',0.5,NULL,NULL,0);
INSERT INTO "grade" VALUES('abc6645ff84b4c4aa6a11c9c77c6f219','dd35c8d6f21d4d94b8c72ac7f6c80321','37ace0ad880e434e996c1d0c0baa554c',1.0,NULL,NULL,0);
INSERT INTO "grade" VALUES('6968d89a2bfe464186b01bec3010e4af','dd35c8d6f21d4d94b8c72ac7f6c80321','1946fe8812e743e3ab4d96218dd33c49',1.0,NULL,NULL,0);
INSERT INTO "grade" VALUES('242bcf564df6440baab45fd34712a152','dd35c8d6f21d4d94b8c72ac7f6c80321','ca346fc34a5042ac8166aa8cde2f2241',0.5,NULL,NULL,0);
INSERT INTO "grade" VALUES('7a9f2d7282684cbcac684d257d022f9b','dd35c8d6f21d4d94b8c72ac7f6c80321','2d9a5c6f998247d39ed9b45559bc3f79',1.0,NULL,NULL,0);
INSERT INTO "grade" VALUES('a002a860f7f441e69ceb779b6166e904','dd35c8d6f21d4d94b8c72ac7f6c80321','86b59576003e47b290eee6c2a6b99832',1.5,NULL,NULL,0);
INSERT INTO "grade" VALUES('82f3cf8372484ca4a062085f915960f8','dd35c8d6f21d4d94b8c72ac7f6c80321','ddb2f54a4dfd4cd5b553295b158167cc',1.0,NULL,NULL,0);
INSERT INTO "grade" VALUES('293e88ee98d04a2cb552bd851c42a957','dd35c8d6f21d4d94b8c72ac7f6c80321','88ef341663d243608e45a59e4bc9e083',NULL,NULL,NULL,1);
INSERT INTO "grade" VALUES('0ba767b7f93a4551af5ae545778b1c12','dd35c8d6f21d4d94b8c72ac7f6c80321','7066b26a9a2e47f29a62319577fb8ae6',0.5,NULL,NULL,0);
INSERT INTO "grade" VALUES('7b14849cc66c47cd859f91d323626d64','dd35c8d6f21d4d94b8c72ac7f6c80321','cb69137c5e33453e9337488c897d4f0f',0.5,NULL,NULL,0);
INSERT INTO "grade" VALUES('8992a5062e64462c85cd9da25a568baf','dd35c8d6f21d4d94b8c72ac7f6c80321','e99f91098d45477e87771e0191850d98',0.5,NULL,NULL,0);
INSERT INTO "grade" VALUES('53120b2549cd4a4da68982f54df5dd6f','dd35c8d6f21d4d94b8c72ac7f6c80321','a955bace875a4717baa26bda11eeebcf',0.5,NULL,NULL,0);
INSERT INTO "grade" VALUES('17135deb10094b7ab710b89068543e04','dd35c8d6f21d4d94b8c72ac7f6c80321','db924bacd84e4dfbac04dbb96183cf74',0.5,NULL,NULL,0);
INSERT INTO "grade" VALUES('c69d5f2da89542358b5676bbf1ce53ba','dd35c8d6f21d4d94b8c72ac7f6c80321','3311f949338c4acba28a5f283dd09f3a',0.5,NULL,NULL,0);
INSERT INTO "grade" VALUES('9fc758295a5c4678965ff970a0d70440','dd35c8d6f21d4d94b8c72ac7f6c80321','7cd26ada286f4c92af06b19a347300ce',0.0,NULL,NULL,0);
CREATE TABLE grade_cells (
	id VARCHAR(32) NOT NULL, 
	max_score FLOAT NOT NULL, 
	cell_type VARCHAR(8) NOT NULL, 
	PRIMARY KEY (id), 
	FOREIGN KEY(id) REFERENCES base_cell (id)
);
INSERT INTO "grade_cells" VALUES('df7d771cb477487e9ee48c5c62298961',1.0,'code');
INSERT INTO "grade_cells" VALUES('faf8dca541f4451c93bfddf0b77e20e4',1.0,'code');
INSERT INTO "grade_cells" VALUES('b2dc26b0f4794d72a1478a5e81d6d778',1.0,'code');
INSERT INTO "grade_cells" VALUES('75dca52462c94c4bbbc396efa54fa88d',1.0,'code');
INSERT INTO "grade_cells" VALUES('808471da8bef451b848463337a415bd6',1.0,'code');
INSERT INTO "grade_cells" VALUES('bb937cf02b19452696455211ffc5adeb',1.0,'code');
INSERT INTO "grade_cells" VALUES('f505df852d4940c68390a7e05422ca3f',1.0,'code');
INSERT INTO "grade_cells" VALUES('488d740870cb4b0d880af2717c1371af',1.0,'code');
INSERT INTO "grade_cells" VALUES('37ace0ad880e434e996c1d0c0baa554c',2.0,'code');
INSERT INTO "grade_cells" VALUES('1946fe8812e743e3ab4d96218dd33c49',2.0,'code');
INSERT INTO "grade_cells" VALUES('ca346fc34a5042ac8166aa8cde2f2241',1.0,'code');
INSERT INTO "grade_cells" VALUES('2d9a5c6f998247d39ed9b45559bc3f79',2.0,'code');
INSERT INTO "grade_cells" VALUES('86b59576003e47b290eee6c2a6b99832',3.0,'code');
INSERT INTO "grade_cells" VALUES('ddb2f54a4dfd4cd5b553295b158167cc',2.0,'code');
INSERT INTO "grade_cells" VALUES('88ef341663d243608e45a59e4bc9e083',4.0,'markdown');
INSERT INTO "grade_cells" VALUES('7066b26a9a2e47f29a62319577fb8ae6',1.0,'code');
INSERT INTO "grade_cells" VALUES('cb69137c5e33453e9337488c897d4f0f',1.0,'code');
INSERT INTO "grade_cells" VALUES('e99f91098d45477e87771e0191850d98',1.0,'code');
INSERT INTO "grade_cells" VALUES('a955bace875a4717baa26bda11eeebcf',1.0,'code');
INSERT INTO "grade_cells" VALUES('db924bacd84e4dfbac04dbb96183cf74',1.0,'code');
INSERT INTO "grade_cells" VALUES('3311f949338c4acba28a5f283dd09f3a',1.0,'code');
CREATE TABLE notebook (
	id VARCHAR(32) NOT NULL, 
	name VARCHAR(128) NOT NULL, 
	assignment_id VARCHAR(32), 
	kernelspec VARCHAR(1024), 
	PRIMARY KEY (id), 
	UNIQUE (name, assignment_id), 
	FOREIGN KEY(assignment_id) REFERENCES assignment (id)
);
INSERT INTO "notebook" VALUES('4257978b80214aa29e32d6a413821e7b','werte','0ed10ec689ed47ba92d8fadeea74f546','{"display_name": "Python 3", "language": "python", "name": "python3"}');
CREATE TABLE solution_cells (
	id VARCHAR(32) NOT NULL, 
	PRIMARY KEY (id), 
	FOREIGN KEY(id) REFERENCES base_cell (id)
);
INSERT INTO "solution_cells" VALUES('e82951e7925a402e9e7d7f29df6ae2f8');
INSERT INTO "solution_cells" VALUES('b5678ac6381a4a5a8bcd48e91a0563e3');
INSERT INTO "solution_cells" VALUES('aaf80b15f7e14a27abb5066bcc762e8c');
INSERT INTO "solution_cells" VALUES('3fcb80cf379c4794b98015b3fd12198f');
INSERT INTO "solution_cells" VALUES('9f12a5f8d25248d296053eed95b30a37');
INSERT INTO "solution_cells" VALUES('e5e3f59932224fd0974eb38d5c04c473');
INSERT INTO "solution_cells" VALUES('32df496e54da4e328da55bb455ce7f0c');
CREATE TABLE source_cell (
	id VARCHAR(32) NOT NULL, 
	name VARCHAR(128) NOT NULL, 
	cell_type VARCHAR(8) NOT NULL, 
	locked BOOLEAN NOT NULL, 
	source TEXT, 
	checksum VARCHAR(128), 
	notebook_id VARCHAR(32), 
	PRIMARY KEY (id), 
	UNIQUE (name, notebook_id), 
	FOREIGN KEY(notebook_id) REFERENCES notebook (id)
);
INSERT INTO "source_cell" VALUES('97bfff47ec104a89bca54a5b7b5004f8','start','code',1,'# Diese Zelle lädt die Daten. Führen Sie sie zuerst aus.
import numpy as np
import pandas as pd

from fairki import checks, models, systems, worlds

# Hier können Sie nachlesen:
NACHLESEN = {
    "definitionen": "Modul 2, „Vier Bilder von fair“",
    "ebenen": "Modul 2, „Das Ganze und seine Teile“",
    "kodex": "Modul 2, „Unser Kodex“",
}
kredite = worlds.load("kredite")
zulassung = worlds.load("zulassung")','99bfc5dedbead871f0f846963154003c','4257978b80214aa29e32d6a413821e7b');
INSERT INTO "source_cell" VALUES('0cff8339353a4ab8be7a6999e9abf599','a1-gesamt','code',1,'gesamt = zulassung.groupby("geschlecht")["zugelassen"].agg(Bewerbungen="size", Zulassungen="sum")
checks.show(gesamt.assign(**{"Zulassungen je 100": 100 * gesamt["Zulassungen"] / gesamt["Bewerbungen"]}))','62bb4026c13ac41c4e5599a616b275af','4257978b80214aa29e32d6a413821e7b');
INSERT INTO "source_cell" VALUES('e4d7e992c94e434d88c3ca103bcbabdb','a1-faecher','code',1,'faecher = worlds.admissions.rates(zulassung).pivot(index="fach", columns="geschlecht", values=["n", "rate"])
checks.show(
    pd.DataFrame(
        {
            "Bewerbungen von Frauen": faecher["n", "weiblich"].astype(int),
            "Frauen: zugelassen je 100": 100 * faecher["rate", "weiblich"],
            "Bewerbungen von Männern": faecher["n", "männlich"].astype(int),
            "Männer: zugelassen je 100": 100 * faecher["rate", "männlich"],
        }
    ).rename_axis("Fachbereich")
)','0f513643a0817c264c8add0594f3173c','4257978b80214aa29e32d6a413821e7b');
INSERT INTO "source_cell" VALUES('034fc543c8a740d285233c1802c61c3b','a1','code',0,'urteile = {
    1: None,  # <- Hier eintragen: "stimmt", "stimmt nicht" oder "offen"
    2: None,
    3: None,
    4: None,
}
# Platz für Ihre Schritte','132ed0a0657048f84629eab096ff145b','4257978b80214aa29e32d6a413821e7b');
INSERT INTO "source_cell" VALUES('af27dca6b39f4de9af8776ea8225bc40','a1-test-1','code',1,'# Prüfung zu A1, Nummer 1: Bitte nur ausführen.
antworten = checks.table("A1", "urteile", rows=4, options=("stimmt", "stimmt nicht", "offen"), need=1)
### BEGIN HIDDEN TESTS
checks.expect(
    "A1",
    len(set(antworten.values())) > 1,
    "Überall dieselbe Antwort passt nicht. Lesen Sie jede Zeile für sich.",
    look=NACHLESEN["ebenen"],
)
je_fach = worlds.admissions.rates(worlds.load("zulassung")).pivot(
    index="fach", columns="geschlecht", values=["n", "rate"]
)
wahr = "stimmt" if (je_fach["rate", "weiblich"] < je_fach["rate", "männlich"]).sum() > 3 else "stimmt nicht"
checks.expect(
    "A1",
    antworten[1] == wahr,
    "Nummer 1: Zählen Sie in der zweiten Tabelle, in wie vielen Fachbereichen die Zahl für Frauen kleiner ist.",
    look=NACHLESEN["ebenen"],
)
### END HIDDEN TESTS','3838051aaaf38290431a2262fc5c989c','4257978b80214aa29e32d6a413821e7b');
INSERT INTO "source_cell" VALUES('36867b1d60c04624bedf2e1fa7d89794','a1-test-2','code',1,'# Prüfung zu A1, Nummer 2: Bitte nur ausführen.
antworten = checks.table("A1", "urteile", rows=4, options=("stimmt", "stimmt nicht", "offen"), need=2)
### BEGIN HIDDEN TESTS
checks.expect(
    "A1",
    len(set(antworten.values())) > 1,
    "Überall dieselbe Antwort passt nicht. Lesen Sie jede Zeile für sich.",
    look=NACHLESEN["ebenen"],
)
je_fach = worlds.admissions.rates(worlds.load("zulassung")).pivot(
    index="fach", columns="geschlecht", values=["n", "rate"]
)
streng = je_fach["rate"].mean(axis=1) < 0.4
anteil = je_fach["n"][streng].sum() / je_fach["n"].sum()
wahr = "stimmt" if anteil["weiblich"] > anteil["männlich"] else "stimmt nicht"
checks.expect(
    "A1",
    antworten[2] == wahr,
    "Nummer 2: Suchen Sie die Fachbereiche mit wenigen Zulassungen und vergleichen Sie dort die Bewerbungen.",
    look=NACHLESEN["ebenen"],
)
### END HIDDEN TESTS','41f799196cfbad8c1ec7fc5e87337404','4257978b80214aa29e32d6a413821e7b');
INSERT INTO "source_cell" VALUES('30870902d9b545568d943cd6939a6689','a1-test-3','code',1,'# Prüfung zu A1, Nummer 3: Bitte nur ausführen.
antworten = checks.table("A1", "urteile", rows=4, options=("stimmt", "stimmt nicht", "offen"), need=3)
### BEGIN HIDDEN TESTS
checks.expect(
    "A1",
    len(set(antworten.values())) > 1,
    "Überall dieselbe Antwort passt nicht. Lesen Sie jede Zeile für sich.",
    look=NACHLESEN["ebenen"],
)
wahr = "offen"  # wer geeignet war und warum sich jemand wo bewarb, steht nicht in den Daten
checks.expect(
    "A1",
    antworten[3] == wahr,
    "Nummer 3: Überlegen Sie, was die Tabellen über die Gründe der Entscheidungen verraten.",
    look=NACHLESEN["ebenen"],
)
### END HIDDEN TESTS','d7b6ce48912905dff5af63b6abfd716b','4257978b80214aa29e32d6a413821e7b');
INSERT INTO "source_cell" VALUES('7688bd0599194bbdbfc3760293809fd2','a1-test-4','code',1,'# Prüfung zu A1, Nummer 4: Bitte nur ausführen.
antworten = checks.table("A1", "urteile", rows=4, options=("stimmt", "stimmt nicht", "offen"), need=4)
### BEGIN HIDDEN TESTS
checks.expect(
    "A1",
    len(set(antworten.values())) > 1,
    "Überall dieselbe Antwort passt nicht. Lesen Sie jede Zeile für sich.",
    look=NACHLESEN["ebenen"],
)
je_fach = worlds.admissions.rates(worlds.load("zulassung")).pivot(
    index="fach", columns="geschlecht", values=["n", "rate"]
)
gesamtbild = worlds.admissions.aggregate(worlds.load("zulassung"))
frauen_vorn = (je_fach["rate", "weiblich"] > je_fach["rate", "männlich"]).sum() > 3
wahr = "stimmt" if frauen_vorn == (gesamtbild["weiblich"] > gesamtbild["männlich"]) else "stimmt nicht"
checks.expect(
    "A1",
    antworten[4] == wahr,
    "Nummer 4: Vergleichen Sie, wer in der ersten Tabelle vorn liegt und wer in den meisten Zeilen der zweiten.",
    look=NACHLESEN["ebenen"],
)
### END HIDDEN TESTS','c11a369dcbe2f91a9542d7875dd774eb','4257978b80214aa29e32d6a413821e7b');
INSERT INTO "source_cell" VALUES('89d61c84999544d796abcebe057f1294','a2','code',0,'forderungen = {
    1: None,  # <- Hier eintragen: "geht" oder "geht nicht"
    2: None,
    3: None,
    4: None,
}
# Platz für Ihre Schritte','1e1e1e2000a209b3e5eaafd9cfcb570c','4257978b80214aa29e32d6a413821e7b');
INSERT INTO "source_cell" VALUES('dd8a4c1b692f482082735401f8f0ac73','a2-test-1','code',1,'# Prüfung zu A2, Nummer 1: Bitte nur ausführen.
antworten = checks.table("A2", "forderungen", rows=4, options=("geht", "geht nicht"), need=1)
### BEGIN HIDDEN TESTS
checks.expect(
    "A2",
    len(set(antworten.values())) > 1,
    "Überall dieselbe Antwort passt nicht. Lesen Sie jede Zeile für sich.",
    look=NACHLESEN["definitionen"],
)


def irrtuemer(zahlende, bedeutung, chancen):
    return zahlende / (1 - zahlende) * (1 - bedeutung) / bedeutung * chancen


wahr = "geht" if checks.close(irrtuemer(0.8, 0.9, 0.7), irrtuemer(0.8, 0.9, 0.7), 1e-9) else "geht nicht"
checks.expect(
    "A2",
    antworten[1] == wahr,
    "Nummer 1: Wenn die Gruppen sich nicht unterscheiden, kann ein Modell sie gleich behandeln; steht dem etwas entgegen?",
    look=NACHLESEN["definitionen"],
)
### END HIDDEN TESTS','f67cc141cf4d6f6d058c0f7174f94d42','4257978b80214aa29e32d6a413821e7b');
INSERT INTO "source_cell" VALUES('15b0a79e067d421fbdd6336db4d0cf66','a2-test-2','code',1,'# Prüfung zu A2, Nummer 2: Bitte nur ausführen.
antworten = checks.table("A2", "forderungen", rows=4, options=("geht", "geht nicht"), need=2)
### BEGIN HIDDEN TESTS
checks.expect(
    "A2",
    len(set(antworten.values())) > 1,
    "Überall dieselbe Antwort passt nicht. Lesen Sie jede Zeile für sich.",
    look=NACHLESEN["definitionen"],
)


def irrtuemer(zahlende, bedeutung, chancen):
    return zahlende / (1 - zahlende) * (1 - bedeutung) / bedeutung * chancen


wahr = "geht" if checks.close(irrtuemer(0.9, 0.95, 0.8), irrtuemer(0.8, 0.95, 0.8), 1e-9) else "geht nicht"
checks.expect(
    "A2",
    antworten[2] == wahr,
    "Nummer 2: Setzen Sie in die Formel für beide Gruppen dieselben Chancen und dieselbe Bedeutung ein, aber verschiedene Anteile der Zahlenden.",
    look=NACHLESEN["definitionen"],
)
### END HIDDEN TESTS','2a6b300e484b7483699d061a0d277da9','4257978b80214aa29e32d6a413821e7b');
INSERT INTO "source_cell" VALUES('aec2eb266e4443d8942fae2bed0674cb','a2-test-3','code',1,'# Prüfung zu A2, Nummer 3: Bitte nur ausführen.
antworten = checks.table("A2", "forderungen", rows=4, options=("geht", "geht nicht"), need=3)
### BEGIN HIDDEN TESTS
checks.expect(
    "A2",
    len(set(antworten.values())) > 1,
    "Überall dieselbe Antwort passt nicht. Lesen Sie jede Zeile für sich.",
    look=NACHLESEN["definitionen"],
)


def irrtuemer(zahlende, bedeutung, chancen):
    return zahlende / (1 - zahlende) * (1 - bedeutung) / bedeutung * chancen


wahr = "geht" if checks.close(irrtuemer(0.9, 1, 1), irrtuemer(0.8, 1, 1), 1e-9) else "geht nicht"
checks.expect(
    "A2",
    antworten[3] == wahr,
    "Nummer 3: Überlegen Sie, wie groß „Chancen“, „Irrtümer“ und „Bedeutung“ bei einem Modell sind, das alles richtig vorhersagt.",
    look=NACHLESEN["definitionen"],
)
### END HIDDEN TESTS','5d69b38990afc3b449434dd504d7f185','4257978b80214aa29e32d6a413821e7b');
INSERT INTO "source_cell" VALUES('8275c4f6203c47658883524608837418','a2-test-4','code',1,'# Prüfung zu A2, Nummer 4: Bitte nur ausführen.
antworten = checks.table("A2", "forderungen", rows=4, options=("geht", "geht nicht"), need=4)
### BEGIN HIDDEN TESTS
checks.expect(
    "A2",
    len(set(antworten.values())) > 1,
    "Überall dieselbe Antwort passt nicht. Lesen Sie jede Zeile für sich.",
    look=NACHLESEN["definitionen"],
)
wahr = "geht"  # eine einzige Zahl je Gruppe lässt sich mit einer eigenen Grenze einstellen
checks.expect(
    "A2",
    antworten[4] == wahr,
    "Nummer 4: Hier wird nur eine der drei Forderungen verlangt; was bewirkt eine eigene Grenze je Gruppe?",
    look=NACHLESEN["definitionen"],
)
### END HIDDEN TESTS','358651259d651167de2ee6f7d6315524','4257978b80214aa29e32d6a413821e7b');
INSERT INTO "source_cell" VALUES('482ee7546f33439587458e10c352ce12','a3-tabelle','code',1,'modell = models.fit(kredite, worlds.credit.FINANCES, kredite["ausgefallen"])


def wirkung(tabelle, grenzen):
    """Zusagen je 100 Personen, die zurückzahlen, in jeder Gruppe; Gewinn der Bank je Antrag in Euro."""
    schaetzung = 100 / (1 + np.exp(-models.score(modell, tabelle)))
    zusage = (schaetzung < tabelle["altersgruppe"].map(grenzen)).astype(int)
    je_gruppe = 100 * zusage[tabelle["ausgefallen"] == 0].groupby(tabelle["altersgruppe"]).mean()
    return je_gruppe, worlds.credit.profit(1 - zusage, tabelle["ausgefallen"]) / len(tabelle)


stufen = range(5, 55, 5)
zeilen = [wirkung(kredite, dict.fromkeys(worlds.credit.GROUPS, grenze))[0] for grenze in stufen]
checks.show(pd.DataFrame(zeilen, index=pd.Index(stufen, name="Grenze")).rename(columns="Menschen {}".format))','11bae3ae3614298ddbc2a6c90e56920f','4257978b80214aa29e32d6a413821e7b');
INSERT INTO "source_cell" VALUES('02bc82a510f84b3d8f3dbeaea3cbb9ad','a3','code',0,'grenzen = {
    "ab 30": None,  # <- Hier eintragen: eine Zahl, zum Beispiel 20
    "unter 30": None,
}
# Platz für Ihre Schritte','2ef22f25ba6e4f070755fec6a03b5eac','4257978b80214aa29e32d6a413821e7b');
INSERT INTO "source_cell" VALUES('6fefce789ff240b9a76908beaa1fe4b4','a3-test-1','code',1,'# Prüfung zu A3: Bitte nur ausführen.
### BEGIN HIDDEN TESTS
def neue_antraege(gewaehlt):
    """Abstand (Personen von 100) und Gewinn je Antrag (Euro) im Mittel über drei neue Jahre."""
    jahre = [wirkung(worlds.fresh_year("kredite", seed), gewaehlt) for seed in (31, 32, 33)]
    quoten = sum(quote for quote, _ in jahre) / len(jahre)
    return abs(quoten["ab 30"] - quoten["unter 30"]), sum(gewinn for _, gewinn in jahre) / len(jahre)


def eine_fuer_alle(gewaehlt):
    """Abstand mit derselben Grenze für alle, in der Mitte der gewählten."""
    return neue_antraege(dict.fromkeys(gewaehlt, sum(gewaehlt.values()) / 2))[0]


### END HIDDEN TESTS
gewaehlt = checks.numbers("A3", "grenzen", worlds.credit.GROUPS, low=0, high=100, unit="von 100")
quote, gewinn = wirkung(kredite, gewaehlt)
for gruppe in worlds.credit.GROUPS:
    print(f"Von 100 Menschen {gruppe}, die zurückzahlen, bekommen {quote[gruppe]:.0f} den Kredit.")
gemeinsam = sum(gewaehlt.values()) / 2
alle = wirkung(kredite, dict.fromkeys(gewaehlt, gemeinsam))[0]
print(f"Mit der Grenze {gemeinsam:.0f} für alle wären es {alle[''ab 30'']:.0f} und {alle[''unter 30'']:.0f}.")
print(f"Die Bank verdient {gewinn:.0f} Euro je Antrag.")
### BEGIN HIDDEN TESTS
abstand_neu, gewinn_neu = neue_antraege(gewaehlt)
checks.expect(
    "A3",
    gewinn_neu >= 215,
    "Wenn die Bank fast alle oder fast niemanden annimmt, ist der Abstand klein, aber sie prüft nicht mehr oder verdient zu wenig.",
    look=NACHLESEN["definitionen"],
)
checks.expect(
    "A3",
    abstand_neu <= 10 and abstand_neu < 2 / 3 * eine_fuer_alle(gewaehlt),
    "Der Abstand sollte auch bei neuen Anträgen deutlich kleiner sein als mit derselben Grenze für alle.",
    look=NACHLESEN["definitionen"],
)
### END HIDDEN TESTS','8e377d6d4d3054bd6d094b36d4de052e','4257978b80214aa29e32d6a413821e7b');
INSERT INTO "source_cell" VALUES('b0a46c7d15ad432d9cee9b564e330c04','a3-test-2','code',1,'# Bei der Bewertung läuft hier eine weitere Prüfung zum Abstand.
### BEGIN HIDDEN TESTS
gewaehlt = checks.numbers("A3", "grenzen", worlds.credit.GROUPS, low=0, high=100, unit="von 100")
abstand_neu, gewinn_neu = neue_antraege(gewaehlt)
checks.expect(
    "A3",
    gewinn_neu >= 215 and abstand_neu <= 5 and abstand_neu < 2 / 3 * eine_fuer_alle(gewaehlt),
    "Gesucht sind zwei Grenzen, mit denen der Abstand höchstens etwa 3 von 100 beträgt; suchen Sie in jeder Spalte der Tabelle eine ähnliche Zahl.",
    look=NACHLESEN["definitionen"],
)
### END HIDDEN TESTS','9a815e90dbbd98e841ea69b4cf1645de','4257978b80214aa29e32d6a413821e7b');
INSERT INTO "source_cell" VALUES('6879e1a35f244dd98201f7079853e143','a3-test-3','code',1,'# Bei der Bewertung läuft hier eine weitere Prüfung zum Gewinn.
### BEGIN HIDDEN TESTS
gewaehlt = checks.numbers("A3", "grenzen", worlds.credit.GROUPS, low=0, high=100, unit="von 100")
abstand_neu, gewinn_neu = neue_antraege(gewaehlt)
checks.expect(
    "A3",
    gewinn_neu >= 250 and abstand_neu <= 10 and abstand_neu < 2 / 3 * eine_fuer_alle(gewaehlt),
    "Gesucht ist beides zugleich: ein kleiner Abstand und ein Gewinn von mindestens etwa 260 Euro je Antrag.",
    look=NACHLESEN["definitionen"],
)
### END HIDDEN TESTS','96eae5a5736f8bcefcb3fc1299e759e1','4257978b80214aa29e32d6a413821e7b');
INSERT INTO "source_cell" VALUES('1476784bb1d940b3860efc5b5aff1b2e','a4-systeme','code',1,'fehler = [
    ("kein_hinweis", 2),
    ("kein_einspruch", 6),
    ("datensammeln", 7),
    ("kein_mensch", 1),
    ("keine_ueberwachung", 13),
    ("proxy", 5),
]
beispiele = [systems.exemplary_but(art, seed) for art, seed in fehler] + [
    systems.exemplary(seed) for seed in (4, 13, 50, 64)
]
beispiele.sort(key=lambda system: system.name)
kurz = {
    "Hinweis auf KI": "Hinweis",
    "Frist für einen Einspruch": "Einspruch",
    "Menschlicher Schritt": "Mensch",
    "Überprüfung der Ergebnisse": "Prüfung",
}
zeilen = [dict(system.steckbrief.rows()) for system in beispiele]
steckbriefe = pd.DataFrame(zeilen, index=pd.Index([system.name for system in beispiele], name="System"))
steckbriefe.insert(0, "Angaben", [len(system.steckbrief.features) for system in beispiele])
REGELN = [
    "begruendung",
    "datensparsamkeit",
    "einspruch",
    "energie",
    "auswahlquoten",
    "hinweis",
    "keine_heimliche_nutzung",
    "mensch_an_der_grenze",
    "mindestgruppe",
    "sensible_daten",
    "ueberwachung",
    "verbotenes_merkmal",
    "lernziel",
]
checks.show(steckbriefe[["Angaben", *kurz]].rename(columns=kurz))','756b93c7ceaa1e7d88bca469754afd43','4257978b80214aa29e32d6a413821e7b');
INSERT INTO "source_cell" VALUES('453b24aab04e4437bb43be2435a0918e','a4-regeln','code',1,'checks.show_patterns(REGELN)','71fddc90c26cf8a1c3c9f0c0a21f6095','4257978b80214aa29e32d6a413821e7b');
INSERT INTO "source_cell" VALUES('bfc1af761a9448a5b439820b3b6011ff','a4','code',0,'kodex = None  # <- Hier eintragen, zum Beispiel {"energie": {"energie": 100}, "sensible_daten": {"bedingung": "nie"}}
# Platz für Ihre Schritte','44b8b16fc1359de541bfe8654c3bae55','4257978b80214aa29e32d6a413821e7b');
INSERT INTO "source_cell" VALUES('f246c651883a489db99ecbb5bc555860','a4-test-1','code',1,'# Prüfung zu A4: Bitte nur ausführen.
### BEGIN HIDDEN TESTS
def neue_systeme(regeln):
    """Anteil der gefundenen Fehler und Anteil der zu Unrecht beanstandeten Systeme, bei 20 neuen Systemen."""
    arten = {
        "kein_hinweis": (42, 50),
        "kein_einspruch": (51, 54),
        "datensammeln": (45, 48),
        "kein_mensch": (41, 43),
        "keine_ueberwachung": (49, 55),
        "proxy": (12, 22),
    }
    neue = [systems.exemplary_but(art, seed) for art, seeds in arten.items() for seed in seeds]
    neue += [systems.exemplary(seed) for seed in (45, 52, 61, 64, 68, 69, 72, 76)]
    return checks.share_found(regeln, neue)


### END HIDDEN TESTS
regeln = checks.rules("A4", "kodex", REGELN, most=6)
checks.tell_rules(regeln, beispiele)
### BEGIN HIDDEN TESTS
gefunden, beschuldigt = neue_systeme(regeln)
checks.expect(
    "A4",
    beschuldigt <= 1 / 3,
    "Wer fast alles verbietet, beanstandet auch vorbildliche Systeme; vergleichen Sie Ihre Grenzen mit den Steckbriefen.",
    look=NACHLESEN["kodex"],
)
checks.expect(
    "A4",
    gefunden >= 0.5,
    "Der Kodex sollte auch bei neuen Systemen mindestens die Hälfte der Fehler finden; suchen Sie zu jedem Satz eine Regel.",
    look=NACHLESEN["kodex"],
)
### END HIDDEN TESTS','2becfadf8ad4da36f4889b11016d538c','4257978b80214aa29e32d6a413821e7b');
INSERT INTO "source_cell" VALUES('d9a96462c1f441b2a7f55c9ccf2034d9','a4-test-2','code',1,'# Bei der Bewertung läuft hier eine weitere Prüfung zu den gefundenen Fehlern.
### BEGIN HIDDEN TESTS
checks.rules("A4", "kodex", REGELN, most=6)
checks.expect(
    "A4",
    beschuldigt <= 1 / 3 and gefunden >= 0.8,
    "Der Kodex sollte mindestens acht von zehn Fehlern finden, ohne viele gute Systeme zu beanstanden: Fehlt eine Regel, oder ist eine Grenze zu weit?",
    look=NACHLESEN["kodex"],
)
### END HIDDEN TESTS','e3fef241ab2af49d03161556d801e089','4257978b80214aa29e32d6a413821e7b');
INSERT INTO "source_cell" VALUES('726d192a3a9c421ca81202f513a6a4bb','a4-test-3','code',1,'# Bei der Bewertung läuft hier eine weitere Prüfung zu den guten Systemen.
### BEGIN HIDDEN TESTS
checks.rules("A4", "kodex", REGELN, most=6)
checks.expect(
    "A4",
    gefunden >= 0.8 and beschuldigt <= 0.1,
    "Gesucht ist beides zugleich: mindestens acht von zehn Fehlern finden und höchstens eines von zehn Systemen zu Unrecht beanstanden.",
    look=NACHLESEN["kodex"],
)
### END HIDDEN TESTS','af3998566e8f35e0286bed1f7bf28896','4257978b80214aa29e32d6a413821e7b');
INSERT INTO "source_cell" VALUES('1e85ef4c14ed4314be4468f199ee6933','f1-frage','markdown',1,'### F1 · Antwort an die Geschäftsführung (4 Punkte)

Miriam Yıldız leitet die Hansen & Yıldız GmbH. Sie schreibt Ihnen: „In unseren Kodex schreiben wir einfach: Unsere KI ist fair zu allen. Dann wissen alle, woran sie sind.“

**Was antworten Sie ihr?**

Schreiben Sie drei bis sechs Sätze. Erklären Sie, was an diesem Satz offenbleibt, und schlagen Sie eine Regel vor, die man prüfen kann.

### BEGIN MARK SCHEME
**Bewertung von F1: vier Punkte, je einer für**

1. **Mehrere Bedeutungen:** „Fair“ kann Verschiedenes heißen. Mindestens zwei Bedeutungen sind genannt oder umschrieben, zum Beispiel gleiche Quoten und gleiche Chancen für Geeignete.
2. **Abwägen:** Nicht alles geht zugleich, oder es gibt einen Preis. Deshalb muss jemand entscheiden, was hier gelten soll.
3. **Prüfbare Regel:** Ein Vorschlag, bei dem man feststellen kann, ob er eingehalten ist: mit Zahl, Frist oder einer klaren Handlung.
4. **Wer entscheidet:** Gesagt wird, wer mitredet oder zuständig ist, zum Beispiel Betroffene, Betriebsrat oder eine benannte Person.

Eigene Worte zählen, Fachwörter sind nicht nötig. Rechtschreibung und Länge geben keinen Abzug. Welche Art von Fairness jemand bevorzugt, wird nicht bewertet. Wer mit guten Gründen widerspricht, kann ebenfalls volle Punkte bekommen.
### END MARK SCHEME','48c247b349d16488bde967391c8ce575','4257978b80214aa29e32d6a413821e7b');
INSERT INTO "source_cell" VALUES('0b3792401723434888d0c9314a39142b','f1','markdown',0,'*Bitte ersetzen Sie diese Zeile durch Ihre Antwort.*','e494956d9caca00744d1587c36e258be','4257978b80214aa29e32d6a413821e7b');
INSERT INTO "source_cell" VALUES('e7015a7d864343c7b34fc89392309434','b1','code',0,'def chancen(tabelle, gruppe, geeignet, zusage):
    """Gruppe -> Anteil der Geeigneten, die eine Zusage bekommen."""
    # Platz für Ihre Schritte','3362c31ce867052071bcc260664c6744','4257978b80214aa29e32d6a413821e7b');
INSERT INTO "source_cell" VALUES('9b302eb117b04a95977d585bef8c65dd','b1-test-1','code',1,'# Prüfung zu B1: Bitte nur ausführen.
### BEGIN HIDDEN TESTS
from functools import lru_cache

from fairki import fresh


@lru_cache
def gezogen_b1(name):
    """Was die Funktion bekommt und was dabei herauskommt, ohne oder mit „Lücken“."""
    wurf, luecken, faelle = fresh.dice(f"B1 {name}"), name == "Lücken", []
    for anzahl in (2, 3, 4):
        spalten, gruppen = fresh.names(wurf, 3), fresh.names(wurf, anzahl)
        zahlen = fresh.rates(wurf, anzahl)
        zeilen = [(g, 1, ja) for name, (n, k) in zip(gruppen, zahlen, strict=True) for g, ja in fresh.people(name, n, k)]
        zeilen += [(g, 0, int(wurf.integers(0, 2))) for g in gruppen for _ in range(3)]
        if luecken:
            zeilen += [(None, 1, 1), *((g, None, 1) for g in gruppen), *((g, 1, None) for g in gruppen)]
        wahr = {g: ja / n for g, (n, ja) in zip(gruppen, zahlen, strict=True)}
        faelle.append(((fresh.table(wurf, spalten, zeilen), *spalten), wahr))
    return faelle


def neue(name, wie_viele=3):
    """Ob die Funktion bei neuen Tabellen stimmt: je Tabelle ein Ja oder Nein."""
    for angaben, wahr in gezogen_b1(name)[:wie_viele]:
        yield checks.same(funktion(*angaben), wahr, tolerance=0.001)


### END HIDDEN TESTS
funktion = checks.function("B1", "chancen")
beispiel = pd.DataFrame(
    {"g": list("AAAAABBB"), "gut": [1, 1, 1, 1, 0, 1, 1, 0], "ja": [1, 1, 1, 0, 1, 1, 0, 0]}
)
checks.expect(
    "B1",
    checks.same(funktion(beispiel, "g", "gut", "ja"), {"A": 0.75, "B": 0.5}),
    "Für das Beispiel mit den Gruppen A und B wird {''A'': 0.75, ''B'': 0.5} erwartet.",
    look=NACHLESEN["definitionen"],
)
### BEGIN HIDDEN TESTS
checks.expect_new(
    "B1",
    neue("ganz"),
    "Die Funktion sollte auch mit drei Gruppen, mit anderen Spaltennamen und bei jeder Reihenfolge der Zeilen stimmen.",
    look=NACHLESEN["definitionen"],
)
drei = pd.DataFrame({"ort": list("XYZXYZX"), "ok": [1, 1, 1, 1, 0, 1, 0], "neu": [0, 1, 1, 1, 0, 0, 0]}).iloc[
    ::-1
]
checks.expect(
    "B1",
    checks.same(funktion(drei, "ort", "ok", "neu"), {"X": 0.5, "Y": 1, "Z": 0.5}),
    "Die Funktion sollte auch mit drei Gruppen, mit anderen Spaltennamen und bei jeder Reihenfolge der Zeilen stimmen.",
    look=NACHLESEN["definitionen"],
)
### END HIDDEN TESTS','b19d0342aa42084493cf566d8843ed9e','4257978b80214aa29e32d6a413821e7b');
INSERT INTO "source_cell" VALUES('ebe8c5e559fa49439699ef1b54f9403d','b1-test-2','code',1,'# Bei der Bewertung läuft hier eine weitere Prüfung zu B1.
### BEGIN HIDDEN TESTS
funktion = checks.function("B1", "chancen")
checks.expect(
    "B1",
    all(neue("Lücken", wie_viele=2)),
    "Zeilen, in denen eine der drei Angaben fehlt, sollten nicht mitzählen, auch nicht im Nenner.",
    look=NACHLESEN["definitionen"],
)
luecken = pd.DataFrame(
    {"g": ["A", "A", "A", None, "B", "B"], "gut": [1, 1, None, 1, 1, 1], "ja": [1, 0, 1, 1, 1, None]}
)
checks.expect(
    "B1",
    checks.same(funktion(luecken, "g", "gut", "ja"), {"A": 0.5, "B": 1}),
    "Zeilen, in denen eine der drei Angaben fehlt, sollten nicht mitzählen, auch nicht im Nenner.",
    look=NACHLESEN["definitionen"],
)
### END HIDDEN TESTS','d2ca2b848dae5ec378fbb4d18dba8709','4257978b80214aa29e32d6a413821e7b');
INSERT INTO "source_cell" VALUES('20e4645478b94b918f57ff9e4e1d2e60','b1-test-3','code',1,'# Bei der Bewertung läuft hier eine weitere Prüfung zu B1.
### BEGIN HIDDEN TESTS
funktion = checks.function("B1", "chancen")
checks.expect(
    "B1",
    all(neue("ganz", wie_viele=1)),
    "Zuerst sollte die Funktion für vollständige Tabellen stimmen.",
    look=NACHLESEN["definitionen"],
)
niemand = pd.DataFrame(
    {"g": pd.Categorical(list("AABB"), categories=list("ABC")), "gut": [1, 1, 0, 0], "ja": [1, 0, 1, 0]}
)
checks.expect(
    "B1",
    checks.same(funktion(niemand, "g", "gut", "ja"), {"A": 0.5})
    and checks.same(funktion(niemand.head(0), "g", "gut", "ja"), {}),
    "Eine Gruppe ohne Geeignete sollte im Ergebnis fehlen, und bei einer leeren Tabelle sollte es leer sein.",
    look=NACHLESEN["definitionen"],
)
### END HIDDEN TESTS','c305decdbe79498e84424fee77e448a2','4257978b80214aa29e32d6a413821e7b');
INSERT INTO "source_cell" VALUES('e9ffee1171bf4c5eb2c522c487ae3a84','b2','code',0,'def gegen_den_trend(tabelle, gruppe, teil, zusage):
    """Teile, in denen die Gruppe vorn liegt, die insgesamt hinten liegt."""
    # Platz für Ihre Schritte','3cf4b8f46e6c1088b8b639fe03ef39d4','4257978b80214aa29e32d6a413821e7b');
INSERT INTO "source_cell" VALUES('1144fdfdbf654740942790c5f97e3547','b2-test-1','code',1,'# Prüfung zu B2: Bitte nur ausführen.
### BEGIN HIDDEN TESTS
from functools import lru_cache

from fairki import fresh  # noqa: F811


@lru_cache
def gezogen_b2(name):
    """Was die Funktion bekommt und was dabei herauskommt, ohne oder mit „Lücken“."""
    wurf, luecken, faelle = fresh.dice(f"B2 {name}"), name == "Lücken", []
    for anzahl in (2, 3, 2):
        spalten, gruppen, orte, wahr = fresh.names(wurf, 3), fresh.names(wurf, anzahl), fresh.names(wurf, 4), []
        while not 0 < len(wahr) < 4:
            zahlen = {ort: fresh.rates(wurf, anzahl) for ort in orte}
            gesamt = [sum(z[i][1] for z in zahlen.values()) / sum(z[i][0] for z in zahlen.values()) for i in range(anzahl)]
            hinten = gesamt.index(min(gesamt))
            vorn = [ort for ort in orte if max(range(anzahl), key=lambda i: zahlen[ort][i][1] / zahlen[ort][i][0]) == hinten]
            wahr = vorn if len(set(gesamt)) == anzahl else []
        zeilen = [
            (g, ort, ja)
            for ort in orte
            for name, (n, k) in zip(gruppen, zahlen[ort], strict=True)
            for g, ja in fresh.people(name, n, k)
        ]
        if luecken:
            zeilen += [(None, orte[0], 1), (gruppen[0], None, 1), *((g, orte[1], None) for g in gruppen)]
        faelle.append(((fresh.table(wurf, spalten, zeilen), *spalten), wahr))
    return faelle


def neue(name, wie_viele=3):
    """Ob die Funktion bei neuen Tabellen stimmt: je Tabelle ein Ja oder Nein."""
    for angaben, wahr in gezogen_b2(name)[:wie_viele]:
        yield checks.same(funktion(*angaben), wahr)


### END HIDDEN TESTS
funktion = checks.function("B2", "gegen_den_trend")
firma = pd.DataFrame(
    {"g": list("FFFFMFMMMM"), "ort": ["Büro"] * 5 + ["Werk"] * 5, "ja": [1, 0, 0, 0, 0, 1, 1, 1, 1, 0]}
)
checks.expect(
    "B2",
    checks.same(funktion(firma, "g", "ort", "ja"), ["Büro", "Werk"]),
    "Insgesamt liegt F hinten (40 zu 60 von 100), in „Büro“ und in „Werk“ aber vorn: Erwartet wird eine Liste mit beiden.",
    look=NACHLESEN["ebenen"],
)
### BEGIN HIDDEN TESTS
checks.expect_new(
    "B2",
    neue("ganz"),
    "Für Berkeley werden die Fachbereiche erwartet, in denen die insgesamt zurückliegende Gruppe den höheren Anteil hat.",
    look=NACHLESEN["ebenen"],
)
je_fach = worlds.admissions.rates(worlds.load("zulassung")).pivot(
    index="fach", columns="geschlecht", values="rate"
)
wahr = list(je_fach.index[je_fach["weiblich"] > je_fach["männlich"]])
checks.expect(
    "B2",
    checks.same(funktion(worlds.load("zulassung"), "geschlecht", "fach", "zugelassen"), wahr),
    "Für Berkeley werden die Fachbereiche erwartet, in denen die insgesamt zurückliegende Gruppe den höheren Anteil hat.",
    look=NACHLESEN["ebenen"],
)
### END HIDDEN TESTS','932452fe6ba0643dba2ab9c1ad127b99','4257978b80214aa29e32d6a413821e7b');
INSERT INTO "source_cell" VALUES('431046138e604a1fa5964a6626a5c24a','b2-test-2','code',1,'# Bei der Bewertung läuft hier eine weitere Prüfung zu B2.
### BEGIN HIDDEN TESTS
funktion = checks.function("B2", "gegen_den_trend")
checks.expect(
    "B2",
    all(neue("Lücken", wie_viele=2)),
    "Zeilen mit fehlenden Angaben und Teile mit nur einer Gruppe sollten das Ergebnis nicht ändern.",
    look=NACHLESEN["ebenen"],
)
fremd = pd.DataFrame({"g": ["F", None, "M"], "ort": ["Lager", "Büro", None], "ja": [1, 1, 1]})
stumm = pd.DataFrame({"g": ["M", "M", "F"], "ort": ["Büro", "Büro", "Werk"], "ja": [None, None, None]})
checks.expect(
    "B2",
    checks.same(funktion(pd.concat([firma, fremd, stumm]), "g", "ort", "ja"), ["Büro", "Werk"]),
    "Zeilen mit fehlenden Angaben und Teile mit nur einer Gruppe sollten das Ergebnis nicht ändern.",
    look=NACHLESEN["ebenen"],
)
### END HIDDEN TESTS','617f5a486fcf08e34e53d939e349eb9f','4257978b80214aa29e32d6a413821e7b');
INSERT INTO "source_cell" VALUES('306cd371411546e4a232c04ec7e14eeb','b2-test-3','code',1,'# Bei der Bewertung läuft hier eine weitere Prüfung zu B2.
### BEGIN HIDDEN TESTS
funktion = checks.function("B2", "gegen_den_trend")
checks.expect(
    "B2",
    all(neue("ganz", wie_viele=1)),
    "Zuerst sollte die Funktion für vollständige Tabellen stimmen.",
    look=NACHLESEN["ebenen"],
)
gleichstand = pd.concat(
    [firma[firma["ort"] == "Werk"], pd.DataFrame({"g": list("FFMM"), "ort": "Büro", "ja": [0, 0, 0, 0]})]
)
checks.expect(
    "B2",
    checks.same(funktion(gleichstand, "g", "ort", "ja"), ["Werk"])
    and checks.same(funktion(firma[firma["g"] == "F"], "g", "ort", "ja"), [])
    and checks.same(funktion(firma.head(0), "g", "ort", "ja"), []),
    "Bei Gleichstand zählt ein Teil nicht, und bei einer einzigen Gruppe oder einer leeren Tabelle ist die Liste leer.",
    look=NACHLESEN["ebenen"],
)
### END HIDDEN TESTS','861ffa7d95dd25feaee76504ee3f4e0f','4257978b80214aa29e32d6a413821e7b');
CREATE TABLE student (
	id VARCHAR(128) NOT NULL, 
	first_name VARCHAR(128), 
	last_name VARCHAR(128), 
	email VARCHAR(128), 
	lms_user_id VARCHAR(128), 
	PRIMARY KEY (id)
);
INSERT INTO "student" VALUES('abgabe-aaaaa',NULL,NULL,NULL,NULL);
INSERT INTO "student" VALUES('abgabe-bbbbb',NULL,NULL,NULL,NULL);
CREATE TABLE submitted_assignment (
	id VARCHAR(32) NOT NULL, 
	assignment_id VARCHAR(32), 
	student_id VARCHAR(128), 
	timestamp DATETIME, 
	extension DATETIME, 
	PRIMARY KEY (id), 
	UNIQUE (assignment_id, student_id), 
	FOREIGN KEY(assignment_id) REFERENCES assignment (id), 
	FOREIGN KEY(student_id) REFERENCES student (id)
);
INSERT INTO "submitted_assignment" VALUES('cf3881e6d3664c1295e0932523bc9846','0ed10ec689ed47ba92d8fadeea74f546','abgabe-aaaaa',NULL,NULL);
INSERT INTO "submitted_assignment" VALUES('9677300307304b9f969c6aeb7f1867a7','0ed10ec689ed47ba92d8fadeea74f546','abgabe-bbbbb',NULL,NULL);
CREATE TABLE submitted_notebook (
	id VARCHAR(32) NOT NULL, 
	assignment_id VARCHAR(32), 
	notebook_id VARCHAR(32), 
	flagged BOOLEAN, 
	late_submission_penalty FLOAT, 
	PRIMARY KEY (id), 
	UNIQUE (notebook_id, assignment_id), 
	FOREIGN KEY(assignment_id) REFERENCES submitted_assignment (id), 
	FOREIGN KEY(notebook_id) REFERENCES notebook (id)
);
INSERT INTO "submitted_notebook" VALUES('46934099137a4ffb80f96b21c5cac191','cf3881e6d3664c1295e0932523bc9846','4257978b80214aa29e32d6a413821e7b',0,0.0);
INSERT INTO "submitted_notebook" VALUES('dd35c8d6f21d4d94b8c72ac7f6c80321','9677300307304b9f969c6aeb7f1867a7','4257978b80214aa29e32d6a413821e7b',0,0.0);
CREATE TABLE task_cells (
	id VARCHAR(32) NOT NULL, 
	max_score FLOAT NOT NULL, 
	cell_type VARCHAR(8) NOT NULL, 
	PRIMARY KEY (id), 
	FOREIGN KEY(id) REFERENCES base_cell (id)
);
INSERT INTO "task_cells" VALUES('7cd26ada286f4c92af06b19a347300ce',0.0,'markdown');
COMMIT;
