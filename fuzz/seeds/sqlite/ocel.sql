CREATE TABLE event (ocel_id TEXT PRIMARY KEY, ocel_type TEXT);
CREATE TABLE object (ocel_id TEXT PRIMARY KEY, ocel_type TEXT);
CREATE TABLE event_map_type (ocel_type TEXT PRIMARY KEY, ocel_type_map TEXT);
CREATE TABLE object_map_type (ocel_type TEXT PRIMARY KEY, ocel_type_map TEXT);
CREATE TABLE event_object (ocel_event_id TEXT, ocel_object_id TEXT, ocel_qualifier TEXT);
CREATE TABLE object_object (ocel_source_id TEXT, ocel_target_id TEXT, ocel_qualifier TEXT);
CREATE TABLE "event_Order" (ocel_id TEXT PRIMARY KEY, ocel_time TEXT, amount REAL);
CREATE TABLE "object_Customer" (ocel_id TEXT, ocel_time TEXT, ocel_changed_field TEXT, plan TEXT);
INSERT INTO event VALUES ('e1', 'order'), ('e2', 'order');
INSERT INTO object VALUES ('c1', 'customer');
INSERT INTO event_map_type VALUES ('order', 'Order');
INSERT INTO object_map_type VALUES ('customer', 'Customer');
INSERT INTO event_object VALUES ('e1', 'c1', 'by'), ('e2', 'c1', 'by');
INSERT INTO "event_Order" VALUES ('e1', '2024-05-01T10:00:00Z', 4), ('e2', '2024-05-02', 5);
INSERT INTO "object_Customer" VALUES ('c1', '1970-01-01T00:00:00Z', NULL, 'gold')
